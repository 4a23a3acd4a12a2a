namespace Mamis.Portal.Gateway;

/// <summary>A session of a designated training, as the finder gives it.</summary>
public sealed record FoundSession(
    Guid SessionId, Guid TrainingId, int Number, string TrainingTitle, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place,
    string Prefecture, string Mode, string Category, string? SecondCategory, string? Item, int Units, int? Capacity);
