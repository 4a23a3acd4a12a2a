using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The words of one message, as they may be kept: lines and blanks, no other control characters.</summary>
public static class InquiryText
{
    public const int Longest = 4_000;

    /// <summary>The words, or why they cannot be taken.</summary>
    public static (string Text, Refusal? Refusal) Read(string? written)
    {
        var text = string.Concat((written ?? string.Empty).ReplaceLineEndings("\n").Where(it => it is '\n' || !char.IsControl(it))).Trim();

        return (text, text.Length switch
        {
            0 => InquiryRefusals.TextMissing,
            > Longest => InquiryRefusals.TextTooLong,
            _ => null,
        });
    }
}
