namespace Mamis.Notifications.Domain;

/// <summary>A training without a list of who attended.</summary>
/// <param name="Title">As the organizer published it.</param>
/// <param name="Organizer">Code of the organizer, which the prefecture's desk has to know.</param>
/// <param name="LastDay">The days are counted from here.</param>
/// <param name="Days">How many had passed by the day of the notice.</param>
public sealed record AwaitedTraining(string Title, string Organizer, DateOnly LastDay, int Days);

/// <summary>A desk that has to forward its cases of an intake round.</summary>
/// <param name="Desk">Code of the association.</param>
/// <param name="Deadline">The last day to do so.</param>
/// <param name="Open">How many cases lay there.</param>
/// <param name="OldestSubmittedOn">Since when the longest waiting physician waits.</param>
public sealed record AwaitedDesk(string Desk, DateOnly Deadline, int Open, DateOnly OldestSubmittedOn);
