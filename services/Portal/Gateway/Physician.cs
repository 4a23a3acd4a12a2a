namespace Mamis.Portal.Gateway;

/// <summary>A physician as Identity shows one; the names of fields are those of its OpenAPI document.</summary>
public sealed record Physician(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
    DateOnly BirthDate, string? Email, string PostalCode, string Address, string? WorkplaceName, bool Active, Standing Standing, string? Registration = null,
    DateOnly? PostcardUntil = null, DateOnly? PostcardReturnedOn = null)
{
    public string Name => $"{FamilyName} {GivenName}";
}

/// <summary>Memberships and workplace.</summary>
public sealed record Standing(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture);

/// <summary>An association of the register.</summary>
public sealed record AssociationName(string Code, string Name);

/// <summary>What a search of a desk found.</summary>
public sealed record PhysicianHits(IReadOnlyList<PhysicianHit> Physicians, Guid? Cursor);

/// <summary>One physician among those found.</summary>
public sealed record PhysicianHit(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
    string? County, string WorkplacePrefecture, bool Active);

/// <summary>How somebody came to stand where they stand, the latest first.</summary>
public sealed record StandingHistory(IReadOnlyList<StandingStep> Steps);

/// <summary>One change and the standing after it.</summary>
public sealed record StandingStep(DateTimeOffset EnteredAt, string Change, string? Association, DateOnly Since, Standing Standing);

/// <summary>Whom an association took in.</summary>
public sealed record NewMember(Guid PhysicianId);

/// <summary>What an import did with each row, or would do.</summary>
public sealed record ImportReport(int Rows, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportRow> Results);

/// <summary>One row of it, counted from 1 after the header.</summary>
public sealed record ImportRow(int Row, string LicenceNumber, string Result, IReadOnlyList<string> Codes);
