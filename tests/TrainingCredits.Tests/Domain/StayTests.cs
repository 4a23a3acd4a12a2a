using System.Globalization;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>What check-ins say of presence; the session is from 14:00 to 16:00 in Tokyo.</summary>
public sealed class StayTests
{
    private static readonly Session Session = Some.Session();

    [Theory]
    [InlineData("13:55:00", "16:00:00", Presence.Full)]
    [InlineData("14:00:59", "16:00:00", Presence.Full)]
    [InlineData("14:01:00", "16:00:00", Presence.Partial, Gap.Late)]
    [InlineData("13:55:00", "15:59:59", Presence.Partial, Gap.LeftEarly)]
    [InlineData("14:01:00", "15:59:59", Presence.Partial, Gap.Late, Gap.LeftEarly)]
    [InlineData("13:55:00", null, Presence.Partial, Gap.NoExit)]
    [InlineData(null, "16:00:00", Presence.Partial, Gap.NoEntry)]
    public void Only_the_whole_session_is_full_presence_to_the_minute_U9(string? entered, string? left, Presence presence, params Gap[] gaps)
    {
        var stay = new Stay(At(entered), At(left));

        Assert.Equal(presence, stay.In(Session));
        Assert.Equal(gaps, stay.GapsIn(Session));
    }

    [Fact]
    public void A_stay_is_from_the_first_entry_to_the_last_exit_in_whatever_order_they_are_heard_of()
    {
        CheckedIn[] passings =
        [
            Passing(Direction.Entry, "13:55:00"), Passing(Direction.Exit, "14:30:00"), Passing(Direction.Entry, "14:35:00"),
            Passing(Direction.Exit, "16:01:00"), Passing(Direction.Exit, "16:00:30"),
        ];

        foreach (var order in Enumerable.Range(0, 100).Select(seed => passings.OrderBy(_ => new Random(seed).Next()).Concat(passings.Reverse())))
        {
            var guest = order.Aggregate(new Guest(), (it, e) => it.Evolve(e));

            Assert.Equal(new Stay(At("13:55:00"), At("16:01:00")), guest.Stay);
            Assert.Equal(passings.Length, guest.CheckIns.Count);
        }
    }

    [Fact]
    public void Whoever_came_back_after_going_out_is_inside()
    {
        var guest = new Guest().Evolve(Passing(Direction.Entry, "13:55:00")).Evolve(Passing(Direction.Exit, "14:30:00"));

        Assert.False(guest.IsInside);
        Assert.True(guest.Evolve(Passing(Direction.Entry, "14:35:00")).IsInside);
    }

    [Fact]
    public void What_the_organizer_set_right_stands_whatever_a_device_sends_later()
    {
        var guest = new Guest().Evolve(new StayCorrected(Session.Id, Some.Holder, At("14:00:00"), At("16:00:00"), Some.Clerk))
            .Evolve(Passing(Direction.Exit, "15:00:00"));

        Assert.Equal(new Stay(At("14:00:00"), At("16:00:00")), guest.Stay);
    }

    private static DateTimeOffset? At(string? time) =>
        time is null ? null : Session.BeginsAt() + (TimeSpan.Parse(time, CultureInfo.InvariantCulture) - Session.Start.ToTimeSpan());

    private static CheckedIn Passing(Direction direction, string time) => new(
        new(Guid.CreateVersion7()), Session.Id, Some.Holder, direction, CheckInWay.Pass, At(time) ?? default, Some.Clerk, Device: null);
}
