using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>A session of a designated training, as the finder shows it.</summary>
public sealed record FoundSession
{
    public Guid SessionId { get; init; }

    public Guid TrainingId { get; init; }

    public int Number { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public string Organizer { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public DateOnly Date { get; init; }

    public TimeOnly Start { get; init; }

    public TimeOnly End { get; init; }

    public string Place { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    public Mode Mode { get; init; }

    public Category Category { get; init; }

    /// <summary>Of a session that is designated twice (rule U2).</summary>
    public Category? SecondCategory { get; init; }

    public string? Item { get; init; }

    public int Units { get; init; }

    public int? Capacity { get; init; }

    public DateTimeOffset DesignatedAt { get; init; }

    /// <summary>Only calendars tell of what was called off, so that it vanishes from where it was put.</summary>
    public DateTimeOffset? CancelledAt { get; init; }
}
