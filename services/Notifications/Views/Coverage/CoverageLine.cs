using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views.Coverage;

/// <summary>What became of one notice that the rules asked for on a day.</summary>
public sealed record CoverageLine
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required string Number { get; init; }

    public required Scheme Scheme { get; init; }

    public required DateOnly ValidTo { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeRoute Route { get; init; }

    /// <summary>Who tells it, or whose list it stands on; null while no desk is known.</summary>
    public string? Association { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why it was not told, or went by letter; codes of <see cref="Reasons"/> and of mail servers.</summary>
    public string? Code { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }
}

/// <summary>How a notice that was asked for stands; only the last one is a gap.</summary>
public enum Outcome
{
    Told,

    /// <summary>Scheduled by mail, or a letter that is not posted yet.</summary>
    UnderWay,

    /// <summary>Not told, for a reason on record.</summary>
    Explained,

    /// <summary>Not told and nobody knows why, or told twice.</summary>
    Unexplained,
}
