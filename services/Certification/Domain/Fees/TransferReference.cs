using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>What a payer writes before the name on a transfer (振込依頼人名): ten digits, which survive every bank's half-width forms.</summary>
/// <remarks>
/// It follows from the application, so nobody hands numbers out. The last digit (Damm) exposes every single wrong digit and every two
/// neighbours exchanged; the first is never 0, which spreadsheets drop and telephone numbers begin with. Should two applications
/// of one payee ever share a number, their transfers wait for a clerk.
/// </remarks>
public readonly partial record struct TransferReference(string Digits)
{
    private const ulong Smallest = 100_000_000;
    private const ulong Numbers = 900_000_000;

    /// <summary>A quasigroup of order ten without fixed pairs: row the digit so far, column the next one.</summary>
    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    public static TransferReference Of(ApplicationKey application)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(application.Value.ToByteArray(bigEndian: true).AsSpan(8));
        var number = (Smallest + (bits % Numbers)).ToString(CultureInfo.InvariantCulture);

        return new(number + (char)('0' + Checked(number)));
    }

    /// <summary>Every reference that a text holds, in wide or narrow digits, with hyphens or without.</summary>
    public static IReadOnlyList<TransferReference> In(string text) =>
    [
        .. TenDigits().Matches(Width.Narrow(text))
            .Select(it => it.Value.Replace("-", string.Empty, StringComparison.Ordinal))
            .Where(it => Checked(it) == 0)
            .Distinct()
            .Select(it => new TransferReference(it)),
    ];

    private static int Checked(string digits) => digits.Aggregate(0, static (so, digit) => Damm[so][digit - '0'] - '0');

    [GeneratedRegex("(?<![0-9])[1-9](?:-?[0-9]){9}(?![0-9])")]
    private static partial Regex TenDigits();
}
