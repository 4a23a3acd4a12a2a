using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Features.Rounds;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

public sealed class IntakeRoundTests
{
    private static readonly DateOnly Deadline = new(2027, 1, 4);
    private static readonly IntakeRoundPlanned Planned = new(Scheme.Occupational, 2026, 5, Deadline, JmaClerk);
    private static readonly DeskIntakeSet OfPrefecture = new(Prefecture, new(2026, 11, 20), new(2026, 12, 10), PrefectureClerk);

    private readonly Scenario<IntakeRound> _round = new();

    [Fact]
    public void The_JMA_plans_a_round_once_and_moves_its_deadline() => _round
        .When(it => Plan(it, Deadline)).Then(Planned)
        .When(it => Plan(it, Deadline)).ThenNothing()
        .When(it => Plan(it, Deadline.AddDays(1))).Then(new IntakeRoundMoved(Deadline.AddDays(1), JmaClerk));

    [Fact]
    public void A_deadline_lies_in_the_fiscal_year_of_its_round()
    {
        _round.When(it => Plan(it, new(2027, 3, 31))).Then(Planned with { Deadline = new(2027, 3, 31) });
        _round.When(it => Plan(it, new(2027, 4, 1))).ThenRefused("DEADLINE_OUTSIDE_YEAR");
        _round.When(it => Plan(it, new(2026, 3, 31))).ThenRefused("DEADLINE_OUTSIDE_YEAR");
        _round.When(it => PlanIntakeRound.Decide(it, new(Scheme.Sports, 1900, 0, Deadline, JmaClerk))).ThenRefused("FIELD_INVALID", "FIELD_INVALID");
    }

    [Fact]
    public void A_county_closes_on_the_day_of_its_prefecture_at_the_latest() => _round
        .Given(Planned, OfPrefecture)
        .When(it => Set(it, County, new(2026, 12, 11))).ThenRefused("CLOSES_AFTER_DESK_BEHIND")
        .When(it => Set(it, County, new(2026, 12, 10))).Then(new DeskIntakeSet(County, null, new(2026, 12, 10), CountyClerk))
        .When(it => Set(it, County, new(2026, 12, 10))).ThenNothing();

    [Fact]
    public void Nobody_closes_after_the_JMA() => _round
        .Given(Planned)
        .When(it => Set(it, Prefecture, Deadline.AddDays(1))).ThenRefused("CLOSES_AFTER_JMA_DEADLINE")
        .When(it => Set(it, County, Deadline.AddDays(1))).ThenRefused("CLOSES_AFTER_JMA_DEADLINE")
        .When(it => Set(it, Prefecture, Deadline)).Then(new DeskIntakeSet(Prefecture, null, Deadline, CountyClerk));

    [Fact]
    public void Every_mistake_about_the_days_is_named_at_once() => _round
        .Given(Planned)
        .When(it => Set(it, Prefecture, new(2025, 1, 3), opens: new(2025, 1, 4))).ThenRefused("OPENS_AFTER_CLOSES", "INTAKE_TOO_EARLY");

    [Fact]
    public void A_day_belongs_to_the_year_before_the_deadline() => _round
        .Given(Planned)
        .When(it => Set(it, Prefecture, new(2026, 1, 3))).ThenRefused("INTAKE_TOO_EARLY")
        .When(it => Set(it, Prefecture, new(2026, 1, 4))).Then(new DeskIntakeSet(Prefecture, null, new(2026, 1, 4), CountyClerk));

    [Fact]
    public void A_round_that_does_not_take_place_takes_no_days_and_what_was_never_planned_is_unknown()
    {
        _round.When(it => Set(it, County, Deadline)).ThenRefused("INTAKE_ROUND_UNKNOWN");
        _round.When(it => WithdrawIntakeRound.Decide(it, new(JmaClerk))).ThenRefused("INTAKE_ROUND_UNKNOWN");
        _round.Given(Planned)
            .When(it => WithdrawIntakeRound.Decide(it, new(JmaClerk))).Then(new IntakeRoundWithdrawn(JmaClerk))
            .When(it => WithdrawIntakeRound.Decide(it, new(JmaClerk))).ThenNothing()
            .When(it => Set(it, County, Deadline)).ThenRefused("INTAKE_ROUND_WITHDRAWN")
            .When(it => Plan(it, Deadline)).ThenRefused("INTAKE_ROUND_WITHDRAWN");
    }

    [Fact]
    public void Whoever_set_no_day_closes_with_the_desk_behind_and_nobody_later_than_it()
    {
        var round = new IntakeRound().Evolve(Planned);
        Assert.Equal((Deadline, Deadline, (DateOnly?)null), (round.ClosesAt(County), round.ClosesBehind(Prefecture), round.ClosesBehind(Association.Jma)));

        round = round.Evolve(new DeskIntakeSet(County, null, new(2026, 12, 20), CountyClerk));
        Assert.Equal(new DateOnly(2026, 12, 20), round.ClosesAt(County));

        // The prefecture closes earlier than its county had said.
        round = round.Evolve(OfPrefecture);
        Assert.Equal((OfPrefecture.Closes, OfPrefecture.Closes), (round.ClosesAt(County), round.ClosesBehind(County)));
        Assert.Equal(new DateOnly(2026, 12, 1), round.Evolve(new IntakeRoundMoved(new(2026, 12, 1), JmaClerk)).ClosesAt(County));
    }

    private static Decision Plan(IntakeRound round, DateOnly deadline) => PlanIntakeRound.Decide(round, new(Scheme.Occupational, 2026, 5, deadline, JmaClerk));

    private static Decision Set(IntakeRound round, string association, DateOnly closes, DateOnly? opens = null) =>
        SetDeskIntake.Decide(round, new(association, opens, closes, CountyClerk));
}
