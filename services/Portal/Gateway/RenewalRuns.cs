namespace Mamis.Portal.Gateway;

/// <summary>The renewal runs there were, and how far the schedule has come.</summary>
public sealed record RenewalRuns(TimeOnly At, DateOnly? LastDay, IReadOnlyList<RenewalRun> Runs, Guid? Next);

/// <summary>One renewal run.</summary>
public sealed record RenewalRun(DateOnly AsOf, string StartedBy, DateTimeOffset StartedAt, string State, int? Created, int? Existing);
