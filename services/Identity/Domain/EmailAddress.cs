using System.Net.Mail;
using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>An e-mail address as people type it; whether it is theirs, only a message to it can tell.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>The address, or null when the text is none.</summary>
    public static string? Read(string text)
    {
        var folded = Width.Fold(text).Trim();

        return folded.Length <= Longest && MailAddress.TryCreate(folded, out var address)
            && address.Address == folded && !folded.Any(char.IsWhiteSpace)
            ? folded
            : null;
    }
}
