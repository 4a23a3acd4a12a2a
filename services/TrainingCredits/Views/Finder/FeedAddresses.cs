namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Where readers of a feed, or of a code on a wall, are led: always through the gateway.</summary>
public sealed record FeedAddresses(Uri Gateway)
{
    /// <summary>The page to search on.</summary>
    public Uri Finder => new(Gateway, "/trainings/find");

    /// <summary>The page of the training a session belongs to.</summary>
    public Uri Of(FoundSession session) => new(Gateway, $"/trainings/{session.TrainingId}#session-{session.Number}");

    /// <summary>The page on which a physician checks in with the code.</summary>
    public Uri CheckIn(string code) => new(Gateway, $"/check-in?code={code}");
}
