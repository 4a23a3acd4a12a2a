namespace Mamis.Portal.Gateway;

/// <summary>A training that was held and has no attendance list yet.</summary>
public sealed record UnreportedTraining(Guid TrainingId, string Title, int Days, string Reporting, DateOnly OverdueFrom);
