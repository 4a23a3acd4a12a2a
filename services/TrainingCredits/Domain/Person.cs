using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>What this service must know of a physician to match rows: a copy of Identity's, never part of an event.</summary>
/// <param name="Version">Version of the physician's stream the copy was made from.</param>
/// <param name="Active">Whether the my-page is registered (rule A1).</param>
public sealed record Person(
    PhysicianId Id, long Version, string LicenceNumber, string FamilyName, string GivenName, DateOnly BirthDate, bool Active)
{
    /// <summary>Whether a row is probably about this person although it does not fit; null when it fits or is about somebody else.</summary>
    public Nearness? NearTo(string licenceNumber, string familyName, string givenName, DateOnly? birthDate)
    {
        var sameName = Spelling.Comparable(familyName + givenName) == Spelling.Comparable(FamilyName + GivenName);

        return (licenceNumber == LicenceNumber, sameName) switch
        {
            (true, true) => birthDate is { } given && given != BirthDate ? Nearness.BirthDateMistyped : null,
            (true, false) => birthDate is { } given && given != BirthDate ? null : Nearness.NameChanged,
            (false, true) => birthDate == BirthDate && Typing.IsOneSlipAway(licenceNumber, LicenceNumber) ? Nearness.NumberMistyped : null,
            _ => null,
        };
    }

    /// <summary>Why a row with this person's number is not about this person, or null when it is.</summary>
    public Refusal? Contradicts(string familyName, string givenName, DateOnly? birthDate)
    {
        if (Spelling.Comparable(familyName + givenName) != Spelling.Comparable(FamilyName + GivenName))
        {
            return RowRefusals.NameMismatch;
        }

        return birthDate is { } given && given != BirthDate ? RowRefusals.BirthDateMismatch : null;
    }
}
