using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Everything that can be wrong with new words for a kind of notice, or with the case they are tried on.</summary>
public static class TemplateRefusals
{
    public static readonly Refusal SubjectMissing = new(
        "TEMPLATE_SUBJECT_MISSING", "Write the subject.", RefusalKind.Invalid, "subject");

    public static readonly Refusal SubjectTooLong = new(
        "TEMPLATE_SUBJECT_TOO_LONG", "A subject has at most 100 characters, places included.", RefusalKind.Invalid, "subject");

    public static readonly Refusal TextMissing = new(
        "TEMPLATE_TEXT_MISSING", "Write the text.", RefusalKind.Invalid, "text");

    public static readonly Refusal TextTooLong = new(
        "TEMPLATE_TEXT_TOO_LONG", "A text has at most 1,000 characters, so that it fits one sheet.", RefusalKind.Invalid, "text");

    public static readonly Refusal ControlCharacter = new(
        "TEMPLATE_CONTROL_CHARACTER", "Take out tabs and other control characters; a subject has one line.", RefusalKind.Invalid);

    public static readonly Refusal BraceOpen = new(
        "TEMPLATE_BRACE_OPEN", "A brace stands alone. A place is written as {number}.", RefusalKind.Invalid);

    public static readonly Refusal PlaceUnknown = new(
        "TEMPLATE_PLACE_UNKNOWN", "A place is written that this kind of notice has no value for. Use those of the shipped words.", RefusalKind.Invalid);

    public static readonly Refusal PlaceMissing = new(
        "TEMPLATE_PLACE_MISSING", "A place of the shipped words is missing. Every one must stand in the subject or in the text.", RefusalKind.Invalid, "text");

    public static readonly Refusal SinceMissing = new(
        "TEMPLATE_SINCE_MISSING", "Say from which day on the words hold.", RefusalKind.Invalid, "since");

    public static readonly Refusal SincePast = new(
        "TEMPLATE_SINCE_PAST", "The words hold from today on at the earliest; what went out cannot be changed.", RefusalKind.Invalid, "since");

    public static readonly Refusal WhyMissing = new(
        "TEMPLATE_WHY_MISSING", "Say why the words change, in at most 200 characters.", RefusalKind.Invalid, "why");

    public static readonly Refusal CaseMissing = new(
        "TEMPLATE_CASE_MISSING", "Name a notice of this kind, or the number of a certificate.", RefusalKind.Invalid, "case");

    public static readonly Refusal CaseUnknown = new(
        "TEMPLATE_CASE_UNKNOWN", "There is no such notice of this kind, and no such certificate, within your reach.", RefusalKind.NotFound, "case");
}
