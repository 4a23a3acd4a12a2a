using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>The columns that say who somebody is.</summary>
public static class PersonFields
{
    private const int LongestName = 100;
    private const int LongestAddress = 300;
    private const int PostalDigits = 7;

    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public static Person? Read(IReadOnlyDictionary<string, string> fields, DateOnly today, ICollection<Refusal> reasons)
    {
        var licence = Need(LicenceNumber.Read(fields["licenceNumber"]), RowCodes.LicenceNumberInvalid, reasons);
        var family = Text(fields["familyName"], LongestName);
        var given = Text(fields["givenName"], LongestName);
        Need(family is null ? null : given, RowCodes.NameInvalid, reasons);
        var familyKana = Kana.Read(fields["familyNameKana"]);
        var givenKana = Kana.Read(fields["givenNameKana"]);
        Need(familyKana is null ? null : givenKana, RowCodes.KanaInvalid, reasons);
        var born = JapaneseDate.Read(fields["birthDate"]) is { } day && day > Earliest && day < today ? day : default(DateOnly?);
        Need(born, RowCodes.BirthDateInvalid, reasons);
        var postal = Need(PostalCode(fields["postalCode"]), RowCodes.PostalCodeInvalid, reasons);
        var address = Need(Address(fields["address"]), RowCodes.AddressInvalid, reasons);
        var email = fields["email"] is { Length: > 0 } text ? Need(EmailAddress.Read(text), RowCodes.EmailInvalid, reasons) : null;

        return licence is null || family is null || given is null || familyKana is null || givenKana is null || born is null
            || postal is null || address is null
            ? null
            : new(Guid.Empty, licence, family, given, familyKana, givenKana, born.Value, email, postal, address, WorkplaceName: null);
    }

    /// <summary>An address as it goes on an envelope; null when it is none.</summary>
    public static string? Address(string text) => Text(text, LongestAddress);

    /// <summary>Seven digits as 100-0001; null when they are none.</summary>
    public static string? PostalCode(string text)
    {
        var digits = Width.Fold(text).Replace("-", string.Empty, StringComparison.Ordinal).Trim();

        return digits.Length == PostalDigits && digits.All(char.IsAsciiDigit) ? $"{digits[..3]}-{digits[3..]}" : null;
    }

    private static T? Need<T>(T? value, Refusal reason, ICollection<Refusal> reasons)
    {
        if (value is null)
        {
            reasons.Add(reason);
        }

        return value;
    }

    /// <summary>Text that is neither empty, nor too long, nor a formula once a spreadsheet opens it. Kanji stay as they were written.</summary>
    private static string? Text(string text, int longest)
    {
        var trimmed = text.Trim().Trim('\u3000');

        return trimmed.Length > 0 && trimmed.Length <= longest && !"=+-@".Contains(Width.Fold(trimmed)[0], StringComparison.Ordinal) && !trimmed.Any(char.IsControl)
            ? trimmed
            : null;
    }
}
