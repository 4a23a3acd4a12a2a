namespace Mamis.Contracts.Certification;

/// <summary>A physician applied; the ledger is asked to set the counted entries aside.</summary>
public sealed record ApplicationSubmitted
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>Which submission of the application this is, from 1; a corrected one asks again.</summary>
    public required int Round { get; init; }

    /// <summary>The ledger entries the evaluation counted.</summary>
    public required IReadOnlyList<Guid> EntryIds { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>; null where only the question to the ledger is repeated.</summary>
    public string? Scheme { get; init; }

    /// <summary>Last day of the term it is to renew; null for a new certificate.</summary>
    public DateOnly? RenewsTermTo { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
