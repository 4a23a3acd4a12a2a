using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly WebhookRules Rules = WebhookRules.On(new(2026, 11, 23));
    private static readonly DateTimeOffset Since = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Waits_grow_and_the_last_one_repeats()
    {
        var waits = Enumerable.Range(1, 9).Select(it => Rules.WaitAfter(it, Since, Since, chance: 0)).ToArray();

        Assert.Equal(TimeSpan.FromSeconds(10), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromHours(12), waits[^1]);
    }

    [Fact]
    public void Chance_adds_up_to_a_fifth() => Assert.Equal(TimeSpan.FromSeconds(12), Rules.WaitAfter(1, Since, Since, chance: 1));

    [Fact]
    public void The_last_try_falls_on_the_end_of_the_third_day() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Rules.WaitAfter(9, Since, Since.AddDays(3).AddSeconds(-1), chance: 0));

    [Fact]
    public void After_three_days_there_is_no_more_trying() => Assert.Null(Rules.WaitAfter(9, Since, Since.AddDays(3), chance: 0));
}
