using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The JMA gave a kind of notice new words, which hold from a day on; what they said before stays on record.</summary>
/// <param name="Kind">Which notices.</param>
/// <param name="Version">Counts up from 2; the shipped words are 1.</param>
/// <param name="Since">The first day in Tokyo on which they go out.</param>
/// <param name="Subject">One line, with places in braces.</param>
/// <param name="Text">What follows the greeting and comes before the closing, with places in braces.</param>
/// <param name="Why">What the change was for; about words, never about people.</param>
public sealed record TemplateWritten(
    NoticeKind Kind, int Version, DateOnly Since, string Subject, string Text, string Why, StaffId By);
