namespace Mamis.Notifications.Domain;

/// <summary>A training without a list of who attended.</summary>
/// <param name="Title">As the organizer published it.</param>
/// <param name="Organizer">Code of the organizer, which the prefecture's desk has to know.</param>
/// <param name="LastDay">The days are counted from here.</param>
/// <param name="Days">How many had passed by the day of the notice.</param>
public sealed record AwaitedTraining(string Title, string Organizer, DateOnly LastDay, int Days);
