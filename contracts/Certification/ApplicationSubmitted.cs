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

    public required DateTimeOffset OccurredAt { get; init; }
}
