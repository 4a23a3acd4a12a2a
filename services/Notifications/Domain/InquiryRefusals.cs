using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Every way an inquiry says no.</summary>
public static class InquiryRefusals
{
    public static readonly Refusal Unknown = new(
        "INQUIRY_UNKNOWN", "There is no such inquiry within your reach.", RefusalKind.NotFound);

    public static readonly Refusal AddresseeUnknown = new(
        "INQUIRY_ADDRESSEE_UNKNOWN", "Ask the desk or the support.", RefusalKind.Invalid, "to");

    public static readonly Refusal TextMissing = new(
        "INQUIRY_TEXT_MISSING", "Write what you want to say.", RefusalKind.Invalid, "text");

    public static readonly Refusal TextTooLong = new(
        "INQUIRY_TEXT_TOO_LONG", "A message has at most 4,000 characters; write a second one.", RefusalKind.Invalid, "text");

    public static readonly Refusal ApplicationUnknown = new(
        "INQUIRY_APPLICATION_UNKNOWN", "Attach an application of your own that was submitted.", RefusalKind.Invalid, "applicationId");

    public static readonly Refusal StateUnknown = new(
        "INQUIRY_STATE_UNKNOWN", "An inquiry is open or closed.", RefusalKind.Invalid, "state");

    public static readonly Refusal DeskUnknown = new(
        "INQUIRY_DESK_UNKNOWN", "It is not known yet which association is your desk; ask the support.", Subject: "to");

    public static readonly Refusal OfAnotherDesk = new(
        "INQUIRY_OF_ANOTHER_DESK", "You may read it; only the desk it was sent to answers, assigns and closes.", RefusalKind.Forbidden);

    public static readonly Refusal WithColleague = new(
        "INQUIRY_WITH_COLLEAGUE", "A colleague looks after it. Take it over first.");

    public static readonly Refusal Unanswered = new(
        "INQUIRY_UNANSWERED", "The physician waits for an answer. Answer before closing.");

    public static readonly Refusal TemplateUnknown = new(
        "ANSWER_TEMPLATE_UNKNOWN", "Your desk keeps no such words; a colleague may have removed them. Read the list again.", RefusalKind.NotFound);

    public static readonly Refusal TemplateTitle = new(
        "ANSWER_TEMPLATE_TITLE", "Write a title of one line with at most 60 characters.", RefusalKind.Invalid, "title");

    public static readonly Refusal TemplatesFull = new(
        "ANSWER_TEMPLATES_FULL", "A desk keeps at most 100 of them. Remove one first.");
}
