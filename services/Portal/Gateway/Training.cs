namespace Mamis.Portal.Gateway;

/// <summary>A training in a list.</summary>
public sealed record TrainingLine(
    Guid TrainingId, string Title, string Prefecture, string Status, DateOnly FirstDay, DateOnly LastDay, int Units);

/// <summary>A training with its sessions.</summary>
public sealed record Training(
    Guid Id, string Organizer, string Title, string Prefecture, string? Status, IReadOnlyList<TrainingSession> Sessions, long Version)
{
    /// <summary>Whether the organizer can still change the plan.</summary>
    public bool IsWithOrganizer => Status is "drafted" or "returned";
}

/// <summary>A session of a training.</summary>
public sealed record TrainingSession(
    int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place, string Mode, string Category, int Units,
    string? Item = null, int? Capacity = null, string? Topic = null, string? SecondCategory = null, string? Format = null);

/// <summary>Who did what with a training.</summary>
public sealed record TrainingHistory(IReadOnlyList<TrainingStep> Steps);

/// <summary>One thing that happened to a training.</summary>
public sealed record TrainingStep(string What, DateTimeOffset At, string Association, string? Reason);
