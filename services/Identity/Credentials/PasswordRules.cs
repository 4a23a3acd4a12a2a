using System.Text.RegularExpressions;
using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Credentials;

/// <summary>What a password must be after NIST SP 800-63B-4: long, not a common one, not made of one's own data. Nothing about kinds of signs.</summary>
public static partial class PasswordRules
{
    public const int ShortestAlone = 15;
    public const int ShortestWithSecondFactor = 8;
    public const int Longest = 256;

    private const int ShortestOwnWord = 4;

    private static readonly HashSet<string> Common = [.. DataFile.Lines("common-passwords.txt")];

    /// <summary>Every reason at once.</summary>
    /// <param name="typed">As typed; spaces and any script are welcome. Signs of another width are the same signs.</param>
    /// <param name="secondFactor">Whether a second factor is asked for besides.</param>
    /// <param name="own">Login, e-mail, names, numbers of the person: they do not count towards the length.</param>
    public static IReadOnlyList<Refusal> Reasons(string typed, bool secondFactor, params IEnumerable<string> own)
    {
        var password = Width.Fold(typed);
        var refusals = new List<Refusal>();
        var length = password.EnumerateRunes().Count();
        var shortest = secondFactor ? ShortestWithSecondFactor : ShortestAlone;

        if (length < shortest)
        {
            refusals.Add(Refusals.PasswordTooShort);
        }

        if (length > Longest)
        {
            refusals.Add(Refusals.PasswordTooLong);
        }

        if (IsCommon(password))
        {
            refusals.Add(Refusals.PasswordCommon);
        }

        if (refusals.Count == 0 && Without(password, own).EnumerateRunes().Count() < shortest)
        {
            refusals.Add(Refusals.PasswordOwnData);
        }

        return refusals;
    }

    /// <summary>What whoever knows the person still has to guess; very short words are no help and may stay.</summary>
    private static string Without(string password, IEnumerable<string> own) => own
        .Where(it => it.Length >= ShortestOwnWord)
        .Aggregate(password, (rest, it) => rest.Replace(Width.Fold(it), string.Empty, StringComparison.OrdinalIgnoreCase));

    /// <summary>A listed password, alone, repeated, or dressed up with digits and signs at its ends.</summary>
    private static bool IsCommon(string password)
    {
        var plain = password.ToLowerInvariant().Replace(" ", string.Empty, StringComparison.Ordinal);
        string[] readings = [plain, Signs().Replace(plain, string.Empty), SignsAndDigits().Replace(plain, string.Empty)];

        return IsRun(plain) || readings.Any(it => Common.Contains(it) || IsRepeated(it));
    }

    /// <summary>The same few signs again and again, or a listed password twice.</summary>
    private static bool IsRepeated(string text) => Enumerable.Range(1, text.Length / 2).Any(size =>
        text.Length % size == 0
        && (size <= 4 || Common.Contains(text[..size]))
        && text == string.Concat(Enumerable.Repeat(text[..size], text.Length / size)));

    /// <summary>Signs that follow each other: 123456789012345, abcdefghijklmno.</summary>
    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();

        // After the nine comes the zero again.
        return steps.Count > 0 && (steps.All(it => it is 1 or -9) || steps.All(it => it is -1 or 9));
    }

    [GeneratedRegex(@"^[\p{P}\p{S}]+|[\p{P}\p{S}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SignsAndDigits();
}
