using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mamis.Kernel;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Features.Paper;

/// <summary>Tells whether a name and a birth date are those on the paper, without saying which these are.</summary>
/// <remarks>Slow on purpose (PBKDF2), and another one on every paper: names are few enough to be guessed, and nobody shall try them all.</remarks>
public static class PersonDigest
{
    private const int Rounds = 50_000;
    private const int Length = 16;

    /// <summary>Full or half width and the space between the names make no difference to whoever types them from the paper.</summary>
    public static string Of(string name, DateOnly birthDate, string number, DateOnly issuedOn)
    {
        var letters = string.Concat(Width.Narrow(name).Where(it => !char.IsWhiteSpace(it)));
        var digest = Rfc2898DeriveBytes.Pbkdf2(
            Bytes($"{letters}|{Written(birthDate)}"), Bytes($"{number}|{Written(issuedOn)}"), Rounds, HashAlgorithmName.SHA256, Length);

        return Base64UrlEncoder.Encode(digest);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
