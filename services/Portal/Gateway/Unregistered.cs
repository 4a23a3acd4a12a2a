namespace Mamis.Portal.Gateway;

/// <summary>Who of an association has no my-page yet.</summary>
public sealed record Unregistered(int Total, IReadOnlyList<UnregisteredPerson> Physicians, Guid? Cursor);

/// <summary>Somebody without a my-page, and what became of the postcard.</summary>
/// <param name="PostcardUntil">Last day of the postcard made out last; null when none is out.</param>
/// <param name="PostcardReturnedOn">Day it came back, while no other address is known.</param>
public sealed record UnregisteredPerson(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string? County, string WorkplacePrefecture,
    DateOnly? PostcardUntil, DateOnly? PostcardReturnedOn);
