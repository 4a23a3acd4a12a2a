namespace Mamis.Portal.Gateway;

/// <summary>What a printed statement of a ledger said, and whether the ledger has changed since.</summary>
public sealed record StatementCheck(
    string Code, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly KnownOn, DateOnly PrintedOn, int Entries,
    IReadOnlyList<CategoryTotal> Totals, bool IsChanged);
