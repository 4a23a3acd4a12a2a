using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Rounds;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>The first round whose closing day at the first desk has not passed (domain.md 3.10).</summary>
public sealed class RoundAssignmentTests
{
    private static readonly RoundAtDesk Fifth = new(IntakeRoundId.Of(Scheme.Occupational, 2025, 5), Today);
    private static readonly RoundAtDesk Sixth = new(IntakeRoundId.Of(Scheme.Occupational, 2025, 6), Today.AddDays(60));
    private static readonly IntakeRoundAssigned ToFifth = new(Fifth.Round);
    private static readonly IntakeRoundAssigned ToSixth = new(Sixth.Round);

    private readonly Scenario<Application> _application = new();

    [Fact]
    public void On_the_closing_day_an_application_is_in_time() => _application
        .Given(Drafted()).When(it => Submit(it, Today, Sixth, Fifth)).Then(Submission(), ToFifth);

    [Fact]
    public void On_the_day_after_it_goes_with_the_next_round() => _application
        .Given(Drafted()).When(it => Submit(it, Today.AddDays(1), Sixth, Fifth)).Then(Submission(day: Today.AddDays(1)), ToSixth);

    [Fact]
    public void Without_a_calendar_there_is_no_round_and_nobody_is_stopped() => _application
        .Given(Drafted()).When(it => Submit(it, Today)).Then(Submission());

    [Fact]
    public void After_the_last_round_that_is_known_there_is_none() => _application
        .Given(Drafted()).When(it => Submit(it, Today.AddDays(1), Fifth)).Then(Submission(day: Today.AddDays(1)));

    [Fact]
    public void Sent_back_and_submitted_again_in_time_it_stays_in_its_round() => _application
        .Given(Returned()).When(it => Submit(it, Today, Fifth, Sixth)).Then(Submission(round: 2));

    [Fact]
    public void Sent_back_and_submitted_again_late_it_goes_with_the_next() => _application
        .Given(Returned()).When(it => Submit(it, Today.AddDays(1), Fifth, Sixth)).Then(Submission(round: 2, day: Today.AddDays(1)), ToSixth);

    [Fact]
    public void A_withdrawn_round_leaves_its_cases_to_the_next_once() => _application
        .Given(Drafted(), Submitted(), ToFifth, AtCounty)
        .When(it => FollowCalendar.Decide(it, new([Sixth]))).Then(ToSixth)
        .When(it => FollowCalendar.Decide(it, new([Sixth]))).ThenNothing();

    [Fact]
    public void A_calendar_that_comes_later_finds_the_cases_that_came_before_it_by_their_day() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => FollowCalendar.Decide(it, new([Sixth, Fifth]))).Then(ToFifth);

    [Fact]
    public void What_is_over_or_was_never_submitted_goes_with_no_round()
    {
        _application.Given(Drafted()).When(it => FollowCalendar.Decide(it, new([Fifth]))).ThenNothing();
        _application.Given(Submitted(), new ApplicationWithdrawn(Physician)).When(it => FollowCalendar.Decide(it, new([Fifth]))).ThenNothing();
    }

    private static IReadOnlyList<object> Returned() =>
        [Drafted(), Submitted(), ToFifth, AtCounty, new ApplicationReturned(Physician, County, CountyClerk, ["handbook"], Remark)];

    private static ApplicationSubmitted Submission(int round = 1, DateOnly? day = null) => Submitted(round) with { Entries = [], Day = day ?? Today };

    private static Decision Submit(Application application, DateOnly day, params IReadOnlyList<RoundAtDesk> rounds) =>
        SubmitApplication.Decide(application, new(First, Physician, day, Member, Evaluation(), Rounds: rounds));
}
