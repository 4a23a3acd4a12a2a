namespace Mamis.Notifications.Domain;

/// <summary>A desk that has to forward its cases of an intake round.</summary>
/// <param name="Desk">Code of the association.</param>
/// <param name="Deadline">The last day to do so.</param>
/// <param name="Open">How many cases lay there.</param>
/// <param name="OldestSubmittedOn">Since when the longest waiting physician waits.</param>
public sealed record AwaitedDesk(string Desk, DateOnly Deadline, int Open, DateOnly OldestSubmittedOn);
