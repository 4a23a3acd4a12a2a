using Mamis.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Credentials;

/// <summary>Makes what people type comparable: full-width letters, small letters, and the hyphens of a postcard make no difference.</summary>
public sealed class LoginName : ILookupNormalizer
{
    /// <summary>The form in which login names and e-mail addresses are looked up.</summary>
    public static string KeyOf(string typed)
    {
        var folded = Width.Fold(typed).Trim().ToUpperInvariant();

        return folded.Contains('@', StringComparison.Ordinal)
            ? folded
            : folded.Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
    }

    public string? NormalizeName(string? name) => name is null ? null : KeyOf(name);

    public string? NormalizeEmail(string? email) => email is null ? null : KeyOf(email);
}
