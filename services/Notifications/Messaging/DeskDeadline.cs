namespace Mamis.Notifications.Messaging;

/// <summary>A desk that has to forward its open cases of an intake round until a day.</summary>
/// <param name="Open">How many cases lie there.</param>
public sealed record DeskDeadline(string Association, string Scheme, Guid RoundId, DateOnly Deadline, int Open, DateOnly OldestSubmittedOn);
