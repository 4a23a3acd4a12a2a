using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class DeliveryRulesTests
{
    private static readonly DeliveryRules Rules = DeliveryRules.On(new(2026, 11, 22));

    [Fact]
    public void The_waits_grow_and_the_last_one_repeats()
    {
        var waits = Enumerable.Range(1, 8).Select(Rules.WaitAfter).ToArray();

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(waits[^1], waits[^2]);
        Assert.True(waits[0] < waits[1]);
    }
}
