using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Domain.Flags;
using Mamis.TrainingCredits.Features.Flags;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>What is flagged and what is not, with the minute on both sides, and how a flag is settled and comes back.</summary>
public sealed class FlagTests
{
    private static readonly TrainingId Here = Some.TrainingId;
    private static readonly TrainingId There = new(Guid.Parse("0197a000-0000-7000-8000-0000000000f1"));
    private static readonly TwoPlacesFlagged Raised = new(Some.Holder, Some.Yesterday, [new(Here, SessionOf(Here, 1)), new(There, SessionOf(There, 1))], 60);
    private static readonly FlagSettled Settled = new(Some.Clerk, "13", FlagVerdict.NothingFound);

    private readonly Scenario<CreditFlag> _flag = new();

    [Theory]
    [InlineData("16:00", null)]
    [InlineData("15:59", 1)]
    [InlineData("14:00", 120)]
    public void Two_trainings_overlap_from_one_minute_on_however_they_are_held(string start, int? minutes)
    {
        var found = RaiseFlags.TwoPlaces([Attended(Here, 1, "14:00", "16:00"), Attended(There, 1, start, "18:00")]);

        Assert.Equal(minutes, found.OfType<TwoPlacesFlagged>().SingleOrDefault()?.Minutes);
    }

    [Fact]
    public void Sessions_of_one_training_other_days_and_other_physicians_are_not_two_places() => Assert.Empty(RaiseFlags.TwoPlaces(
    [
        Attended(Here, 1, "14:00", "16:00"),
        Attended(Here, 2, "14:00", "16:00"),
        Attended(There, 1, "14:00", "16:00", day: Some.Today),
        Attended(There, 2, "14:00", "16:00", physician: new(Guid.CreateVersion7())),
    ]));

    [Fact]
    public void Partial_presence_is_presence_somewhere_else() => Assert.Single(RaiseFlags.TwoPlaces(
        [Attended(Here, 1, "14:00", "16:00"), Attended(There, 1, "14:00", "16:00", isFull: false)]));

    [Theory]
    [InlineData("15:00", "15:00", null)]
    [InlineData("15:01", "15:00", 1)]
    [InlineData(null, "15:00", 60)]
    public void When_the_door_knows_when_somebody_left_its_time_is_taken(string? left, string start, int? minutes)
    {
        var stay = new Stay(Entered: null, left is null ? null : At(left).AddSeconds(59));
        var found = RaiseFlags.TwoPlaces([Attended(Here, 1, "14:00", "16:00", stay: stay), Attended(There, 1, start, "17:00")]);

        Assert.Equal(minutes, found.OfType<TwoPlacesFlagged>().SingleOrDefault()?.Minutes);
    }

    [Theory]
    [InlineData("16:00", null)]
    [InlineData("15:59", 119)]
    public void A_training_gives_no_more_units_than_hours_of_presence_U1(string left, int? present)
    {
        var found = RaiseFlags.UnitsOverHours([Attended(Here, 1, "14:00", "16:00", stay: new(At("13:50"), At(left)))]);

        Assert.Equal(present is { } minutes ? (120, minutes) : null, found.OfType<UnitsFlagged>().Select(it => ((int, int)?)(it.Units, it.Present)).SingleOrDefault());
    }

    [Fact]
    public void Sessions_side_by_side_in_one_training_are_one_time_of_presence_U1()
    {
        var flag = Assert.IsType<UnitsFlagged>(Assert.Single(RaiseFlags.UnitsOverHours(
            [Attended(Here, 1, "14:00", "16:00"), Attended(Here, 2, "15:00", "17:00"), Attended(Here, 3, "17:00", "19:00")])));

        Assert.Equal((360, 300), (flag.Units, flag.Present));
    }

    [Fact]
    public void What_gives_no_units_and_what_a_designation_gives_too_much_of_is_no_physicians_excess_U1()
    {
        Assert.Empty(RaiseFlags.UnitsOverHours([Attended(Here, 1, "14:00", "16:00"), Attended(Here, 2, "14:00", "16:00", isFull: false)]));
        Assert.Empty(RaiseFlags.UnitsOverHours([Attended(Here, 1, "14:00", "16:00", units: 3)]));
    }

    [Fact]
    public void The_same_facts_are_one_flag_and_do_not_come_back_once_settled() => _flag
        .When(it => RaiseFlags.Decide(it, Raised)).Then(Raised)
        .When(it => RaiseFlags.Decide(it, Raised with { Minutes = 30 })).ThenNothing()
        .Given(Settled).When(it => RaiseFlags.Decide(it, Raised)).ThenNothing();

    [Fact]
    public void Another_session_opens_a_settled_flag_again()
    {
        var more = Raised with { Sessions = [.. Raised.Sessions, new(There, SessionOf(There, 2))] };
        _flag
            .Given(Raised, Settled)
            .When(it => RaiseFlags.Decide(it, more)).Then(more)
            .When(it => SettleFlag.Decide(it, Settle(FlagVerdict.Corrected))).Then(new FlagSettled(Some.Clerk, "13", FlagVerdict.Corrected));
        Assert.Equal(Raised.Stream(), more.Stream());
    }

    [Fact]
    public void A_flag_is_settled_once() => _flag
        .When(it => SettleFlag.Decide(it, Settle(FlagVerdict.NothingFound))).ThenRefused("FLAG_UNKNOWN")
        .Given(Raised)
        .When(it => SettleFlag.Decide(it, Settle(FlagVerdict.NothingFound))).Then(Settled)
        .When(it => SettleFlag.Decide(it, Settle(FlagVerdict.NothingFound))).ThenNothing()
        .When(it => SettleFlag.Decide(it, Settle(FlagVerdict.Corrected))).ThenRefused("FLAG_SETTLED");

    private static SettleFlag.Command Settle(FlagVerdict verdict) => new(Some.Clerk, "13", verdict);

    private static Attended Attended(
        TrainingId training, int session, string start, string end, DateOnly? day = null, PhysicianId? physician = null, bool isFull = true, Stay? stay = null, int units = 2) =>
        TrainingCredits.Domain.Flags.Attended.Of(
            physician ?? Some.Holder, training, SessionOf(training, session),
            new(day ?? Some.Yesterday, TimeOnly.Parse(start, provider: null), TimeOnly.Parse(end, provider: null), units), isFull, stay ?? Stay.Nowhere);

    private static SessionId SessionOf(TrainingId training, int number) => Session.IdOf(training, number);

    private static DateTimeOffset At(string time) => BusinessCalendar.StartOf(Some.Yesterday) + TimeOnly.Parse(time, provider: null).ToTimeSpan();
}
