namespace Mamis.Portal.Gateway;

/// <summary>A physician as Identity shows one; the names of fields are those of its OpenAPI document.</summary>
public sealed record Physician(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
    DateOnly BirthDate, string? WorkplaceName, Standing Standing)
{
    public string Name => $"{FamilyName} {GivenName}";
}

/// <summary>Memberships and workplace.</summary>
public sealed record Standing(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture);

/// <summary>An association of the register.</summary>
public sealed record AssociationName(string Code, string Name);
