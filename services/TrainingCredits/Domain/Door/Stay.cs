namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>Why a stay is not the whole of a session.</summary>
public enum Gap
{
    NoEntry,
    Late,
    LeftEarly,
    NoExit,
}

/// <summary>When a physician came and went; null where nothing says so.</summary>
public sealed record Stay(DateTimeOffset? Entered, DateTimeOffset? Left)
{
    public static readonly Stay Nowhere = new(Entered: null, Left: null);

    /// <summary>What lacks of full presence (rules U8, U9), judged by the minute as people read it on the list.</summary>
    public IReadOnlyList<Gap> GapsIn(Session session)
    {
        var rules = DoorRules.On(session.Date);
        var gaps = new List<Gap>();

        if (Entered is not { } entered)
        {
            gaps.Add(Gap.NoEntry);
        }
        else if (Minute(entered) > session.BeginsAt() + rules.Late)
        {
            gaps.Add(Gap.Late);
        }

        if (Left is not { } left)
        {
            gaps.Add(Gap.NoExit);
        }
        else if (Minute(left) < session.EndsAt() - rules.Early)
        {
            gaps.Add(Gap.LeftEarly);
        }

        return gaps;
    }

    public Presence In(Session session) => GapsIn(session).Count == 0 ? Presence.Full : Presence.Partial;

    /// <summary>The part of a session it covers, by the minute; where nothing says when the physician came or went, the session's own time.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Within(DateTimeOffset begins, DateTimeOffset ends) => (
        Entered is { } entered && Minute(entered) > begins ? Minute(entered) : begins,
        Left is { } left && Minute(left) < ends ? Minute(left) : ends);

    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
