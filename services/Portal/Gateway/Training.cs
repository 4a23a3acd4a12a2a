namespace Mamis.Portal.Gateway;

/// <summary>A training in a list.</summary>
public sealed record TrainingLine(
    Guid TrainingId, string Title, string Prefecture, string Status, DateOnly FirstDay, DateOnly LastDay, int Units);

/// <summary>A training with its sessions.</summary>
public sealed record Training(Guid Id, string Title, string Prefecture, string? Status, IReadOnlyList<TrainingSession> Sessions);

/// <summary>A session of a training.</summary>
public sealed record TrainingSession(
    int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place, string Mode, string Category, int Units);
