namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Where readers of a feed are led: always through the gateway.</summary>
public sealed record FeedAddresses(Uri Gateway)
{
    /// <summary>The page to search on.</summary>
    public Uri Finder => new(Gateway, "/trainings/find");

    /// <summary>The page of the training a session belongs to.</summary>
    public Uri Of(FoundSession session) => new(Gateway, $"/trainings/{session.TrainingId}#session-{session.Number}");
}
