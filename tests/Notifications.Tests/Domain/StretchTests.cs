using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class StretchTests
{
    private static readonly DateOnly First = new(2027, 1, 1);

    [Fact]
    public void A_window_that_was_never_looked_at_is_looked_through_whole() =>
        Assert.Equal([(10, 20, false)], Left(10, 20, looked: null));

    [Fact]
    public void The_next_day_only_the_day_that_came_into_the_window_is_new() =>
        Assert.Equal([(11, 20, true), (21, 21, false)], Left(11, 21, looked: (10, 20)));

    [Fact]
    public void On_the_same_day_again_only_changed_holders_are_looked_at() =>
        Assert.Equal([(10, 20, true)], Left(10, 20, looked: (10, 20)));

    [Fact]
    public void After_a_run_for_a_day_to_come_the_days_before_it_are_looked_at() =>
        Assert.Equal([(10, 14, false), (15, 20, true)], Left(10, 20, looked: (15, 25)));

    [Fact]
    public void A_window_that_grew_on_both_sides_keeps_its_middle() =>
        Assert.Equal([(8, 9, false), (10, 20, true), (21, 23, false)], Left(8, 23, looked: (10, 20)));

    [Theory]
    [InlineData(1, 9)]
    [InlineData(21, 30)]
    public void Days_beside_the_window_say_nothing_of_it(int nearest, int horizon) =>
        Assert.Equal([(10, 20, false)], Left(10, 20, looked: (nearest, horizon)));

    /// <summary>By days since the first.</summary>
    private static (int Nearest, int Horizon, bool OnlyChanged)[] Left(int nearest, int horizon, (int Nearest, int Horizon)? looked)
    {
        var window = new RenewalWindow(
            NoticeKind.OneYear, NoticeRoute.JmaToPhysician, Scheme.Sports, 12, First.AddDays(nearest), First.AddDays(horizon));
        var marks = looked is { } it
            ? new LookedWindow
            {
                Kind = window.Kind,
                Route = window.Route,
                Scheme = window.Scheme,
                Nearest = First.AddDays(it.Nearest),
                Horizon = First.AddDays(it.Horizon),
            }
            : null;

        return [.. Stretch.Of(window, marks).Select(part => (part.Nearest.DayNumber - First.DayNumber, part.Horizon.DayNumber - First.DayNumber, part.OnlyChanged))];
    }
}
