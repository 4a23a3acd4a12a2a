namespace Mamis.Notifications.Domain;

/// <summary>How patient deliveries to webhooks are, and how long what belongs to them is kept, with the day the rule took effect.</summary>
/// <param name="Waits">Before the second try, the third and so on; the last one repeats.</param>
/// <param name="Patience">After so long without success the webhook is paused.</param>
/// <param name="Overlap">So long the former secret signs beside the new one.</param>
/// <param name="KeptDays">So long a delivery can be looked at and repeated.</param>
public sealed record WebhookRules(DateOnly Since, IReadOnlyList<TimeSpan> Waits, TimeSpan Patience, TimeSpan Overlap, int KeptDays)
{
    private static readonly WebhookRules[] Versions =
    [
        new(
            Since: DateOnly.MinValue,
            Waits:
            [
                TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
                TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
            ],
            Patience: TimeSpan.FromDays(3),
            Overlap: TimeSpan.FromHours(24),
            KeptDays: 30),
    ];

    public static WebhookRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The wait after so many failures; null when there is no more trying.</summary>
    /// <param name="attempts">The failures there were, the latest included.</param>
    /// <param name="since">When the first try was due.</param>
    /// <param name="now">The time of the failure.</param>
    /// <param name="chance">From 0 to 1: up to a fifth is added, so that what failed together does not come back together.</param>
    public TimeSpan? WaitAfter(int attempts, DateTimeOffset since, DateTimeOffset now, double chance)
    {
        var wait = Waits[Math.Clamp(attempts - 1, 0, Waits.Count - 1)] * (1 + (chance / 5));
        var left = since + Patience - now;

        // The last try falls on the end of the patience.
        return left <= TimeSpan.Zero ? null : wait < left ? wait : left;
    }
}
