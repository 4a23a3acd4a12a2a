namespace Mamis.Notifications.Domain;

/// <summary>How patient delivery by mail is before a letter is written, with the day the rule took effect.</summary>
/// <param name="MailDays">So many days after scheduling mail is still tried.</param>
/// <param name="Waits">Before the second try, the third and so on; the last one repeats.</param>
public sealed record DeliveryRules(DateOnly Since, int MailDays, IReadOnlyList<TimeSpan> Waits)
{
    private static readonly DeliveryRules[] Versions =
    [
        new(
            Since: DateOnly.MinValue,
            MailDays: 3,
            Waits: [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)]),
    ];

    public static DeliveryRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public bool MailIsTried(DateOnly scheduledOn, DateOnly today) => today <= scheduledOn.AddDays(MailDays);

    public TimeSpan WaitAfter(int deferrals) => Waits[Math.Clamp(deferrals - 1, 0, Waits.Count - 1)];
}
