using System.Text.RegularExpressions;
using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Subject and text of a kind of notice as they were typed, and all that is wrong with them.</summary>
/// <remarks>
/// The shipped words say which facts a kind has: other ones nobody could fill in, and one that fell away would be missed by every physician.
/// </remarks>
public sealed partial record TemplateText(string Subject, string Text)
{
    public const int LongestSubject = 100;

    /// <summary>With greeting and closing it still fits one sheet of a window envelope.</summary>
    public const int LongestText = 1_000;

    public IReadOnlyList<string> Places => [.. Place().Matches(Subject + Text).Select(it => it.Groups["name"].Value).Distinct()];

    public static TemplateText Read(string? subject, string? text) =>
        new((subject ?? string.Empty).Trim(), (text ?? string.Empty).ReplaceLineEndings("\n").Trim());

    /// <summary>Everything that is wrong, at once.</summary>
    /// <param name="shipped">The words that came with the system.</param>
    public IReadOnlyList<Refusal> Mistakes(TemplateText shipped) =>
    [
        .. When(Subject.Length == 0, TemplateRefusals.SubjectMissing),
        .. When(Subject.Length > LongestSubject, TemplateRefusals.SubjectTooLong),
        .. When(Subject.Any(char.IsControl), TemplateRefusals.ControlCharacter.For("subject")),
        .. When(Text.Length == 0, TemplateRefusals.TextMissing),
        .. When(Text.Length > LongestText, TemplateRefusals.TextTooLong),
        .. When(Text.Any(it => char.IsControl(it) && it != '\n'), TemplateRefusals.ControlCharacter.For("text")),
        .. When(HasStray(Subject), TemplateRefusals.BraceOpen.For("subject")),
        .. When(HasStray(Text), TemplateRefusals.BraceOpen.For("text")),
        .. When(Places.Except(shipped.Places).Any(), TemplateRefusals.PlaceUnknown.For(PartWith(shipped))),
        .. When(shipped.Places.Except(Places).Any(), TemplateRefusals.PlaceMissing),
    ];

    /// <summary>Whether a brace stands there that opens or ends no place.</summary>
    private static bool HasStray(string part) => Place().Replace(part, string.Empty).AsSpan().ContainsAny('{', '}');

    private string PartWith(TemplateText shipped) => new TemplateText(Subject, string.Empty).Places.Except(shipped.Places).Any() ? "subject" : "text";

    private static IEnumerable<Refusal> When(bool wrong, Refusal refusal) => wrong ? [refusal] : [];

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}")]
    private static partial Regex Place();
}
