using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;

namespace Mamis.TrainingCredits.Tests.Features.Door;

/// <summary>When a door opens and closes, and who passes it; the session is from 14:00 to 16:00 in Tokyo.</summary>
public sealed class DoorTests
{
    private static readonly Session Session = Some.Session();
    private static readonly DateTimeOffset Begins = Session.BeginsAt();
    private static readonly DateTimeOffset Ends = Session.EndsAt();

    private readonly Scenario<SessionDoor> _door = new();
    private readonly Scenario<Guest> _guest = new();

    [Fact]
    public void It_opens_three_hours_before_the_session_and_closes_by_itself_an_hour_after_it() => _door
        .When(it => OpenDoor.Decide(it, At(Begins.AddHours(-3).AddTicks(-1))))
        .ThenRefused("DOOR_TOO_EARLY")
        .When(it => OpenDoor.Decide(it, At(Begins.AddHours(-3))))
        .Then(new DoorOpened(Some.TrainingId, Session.Id, Some.Clerk, SignUpRequired: false, Begins.AddHours(-3), Ends.AddHours(1)));

    [Fact]
    public void What_is_over_is_not_opened_any_more()
    {
        Assert.Single(OpenDoor.Decide(new(), At(Ends.AddHours(1).AddTicks(-1))).Events);
        Assert.Equal("DOOR_OVER", OpenDoor.Decide(new(), At(Ends.AddHours(1))).Refusals.Single().Code);
    }

    [Fact]
    public void A_session_on_the_web_has_no_door_U8() =>
        Assert.Equal("DOOR_ONSITE_ONLY", OpenDoor.Decide(new(), At(Begins) with { Session = Session with { Mode = Mode.Web } }).Refusals.Single().Code);

    [Fact]
    public void Opening_and_closing_twice_is_once() => _door
        .Given(Opened())
        .When(it => OpenDoor.Decide(it, At(Begins)))
        .ThenNothing()
        .When(it => CloseDoor.Decide(it, new(Session.Id, Some.Clerk, Ends)))
        .Then(new DoorClosed(Session.Id, Some.Clerk, Ends))
        .When(it => CloseDoor.Decide(it, new(Session.Id, Some.Clerk, Ends.AddMinutes(1))))
        .ThenNothing();

    [Fact]
    public void What_was_closed_by_hand_can_be_opened_again_and_both_times_count()
    {
        var door = Fold(Opened(), new DoorClosed(Session.Id, Some.Clerk, Begins), Opened() with { From = Ends });

        Assert.Equal([true, false, true, false], new[] { Begins.AddTicks(-1), Begins, Ends, Ends.AddHours(1) }.Select(it => door.IsOpenAt(it)));
    }

    [Fact]
    public void Nobody_passes_a_closed_door()
    {
        Assert.Single(Pass(Fold(Opened()), Ends.AddHours(1).AddTicks(-1)).Events);
        Assert.Equal("DOOR_CLOSED", Pass(Fold(Opened()), Ends.AddHours(1)).Refusals.Single().Code);
    }

    [Fact]
    public void A_device_without_network_is_allowed_two_minutes_of_error_G5()
    {
        Assert.Single(Pass(Fold(Opened()), Ends.AddHours(1).AddMinutes(2).AddTicks(-1), isLive: false).Events);
        Assert.Equal("DOOR_CLOSED", Pass(Fold(Opened()), Ends.AddHours(1).AddMinutes(2), isLive: false).Refusals.Single().Code);
    }

    [Fact]
    public void Where_a_place_is_required_only_those_who_have_one_come_in_and_everybody_goes_out()
    {
        var door = Fold(Opened() with { SignUpRequired = true });
        var inside = new Guest().Evolve(Passing(Direction.Entry, Begins));

        Assert.Equal("DOOR_NOT_SIGNED_UP", Pass(door, Begins).Refusals.Single().Code);
        Assert.Single(Pass(door, Begins, hasPlace: true).Events);
        Assert.Single(CheckIn.Decide(inside, new(Passing(Direction.Exit, Ends), door, HasPlace: false)).Events);
    }

    [Fact]
    public void Whoever_is_inside_cannot_come_in_and_whoever_is_not_cannot_leave() => _guest
        .When(it => CheckIn.Decide(it, Live(Direction.Exit, Begins)))
        .ThenRefused("DOOR_NOT_INSIDE")
        .Given(Passing(Direction.Entry, Begins))
        .When(it => CheckIn.Decide(it, Live(Direction.Entry, Begins.AddMinutes(1))))
        .ThenRefused("DOOR_ALREADY_INSIDE");

    [Fact]
    public void The_same_check_in_sent_again_is_nothing_new()
    {
        var passing = Passing(Direction.Entry, Begins);

        Assert.Same(Decision.Nothing, CheckIn.Decide(new Guest().Evolve(passing), new(passing, Fold(Opened()), HasPlace: false)));
    }

    private static Decision Pass(SessionDoor door, DateTimeOffset at, bool isLive = true, bool hasPlace = false) => CheckIn.Decide(
        new(), new(Passing(Direction.Entry, at), door, hasPlace, isLive, isLive ? TimeSpan.Zero : DoorRules.On(Session.Date).ClockError));

    private static CheckIn.Command Live(Direction direction, DateTimeOffset at) => new(Passing(direction, at), Fold(Opened()), HasPlace: false);

    private static CheckedIn Passing(Direction direction, DateTimeOffset at) =>
        new(new(Guid.CreateVersion7()), Session.Id, Some.Holder, direction, CheckInWay.Pass, at, Some.Clerk, Device: null);

    private static OpenDoor.Command At(DateTimeOffset now) => new(Some.TrainingId, Session, Some.Clerk, SignUpRequired: false, now);

    private static DoorOpened Opened() => new(Some.TrainingId, Session.Id, Some.Clerk, SignUpRequired: false, Begins.AddHours(-1), Ends.AddHours(1));

    private static SessionDoor Fold(params IReadOnlyList<object> events) => events.Aggregate(new SessionDoor(), (it, e) => it.Evolve(e));
}
