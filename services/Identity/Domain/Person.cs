namespace Mamis.Identity.Domain;

/// <summary>What is known of a physician as a person: the document beside the stream, and the only place for personal data.</summary>
public sealed record Person(
    Guid PhysicianId,
    string LicenceNumber,
    string FamilyName,
    string GivenName,
    string FamilyNameKana,
    string GivenNameKana,
    DateOnly BirthDate,
    string? Email,
    string PostalCode,
    string Address,
    string? WorkplaceName)
{
    /// <summary>Register number, birth date and one of the names agree (rule A6); a family name alone may have changed by marriage.</summary>
    public bool IsSameAs(Person other) =>
        LicenceNumber == other.LicenceNumber && BirthDate == other.BirthDate
        && (GivenName == other.GivenName || GivenNameKana == other.GivenNameKana);

    /// <summary>Which items differ; the workplace is told by the standing and not here.</summary>
    public IReadOnlyList<PersonalItem> DifferencesTo(Person other)
    {
        (PersonalItem Item, bool Differs)[] items =
        [
            (PersonalItem.LicenceNumber, LicenceNumber != other.LicenceNumber),
            (PersonalItem.Name, (FamilyName, GivenName) != (other.FamilyName, other.GivenName)),
            (PersonalItem.Kana, (FamilyNameKana, GivenNameKana) != (other.FamilyNameKana, other.GivenNameKana)),
            (PersonalItem.BirthDate, BirthDate != other.BirthDate),
            (PersonalItem.Email, Email != other.Email),
            (PersonalItem.Address, (PostalCode, Address) != (other.PostalCode, other.Address)),
        ];

        return [.. items.Where(it => it.Differs).Select(it => it.Item)];
    }
}
