using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Features.Claims;

namespace Mamis.TrainingCredits.Tests.Features.Claims;

/// <summary>The way of a claim from the physician to the organizer and the prefecture, with every day on both sides.</summary>
public sealed class ClaimTests
{
    private static readonly DateOnly LastDay = Some.Today.AddDays(14);
    private static readonly DateOnly LastToInsist = Some.Today.AddDays(30);
    private static readonly CreditClaim.Reader Organizer = new(null, Some.Organizer, IsStaff: false);
    private static readonly CreditClaim.Reader Prefecture = new(null, "13", IsStaff: true);
    private static readonly ClaimMade Made = new(
        Some.Holder, Some.TrainingId, Some.Organizer, "13", [Some.Session().Id], AttendanceRole.Attendee, LastDay);

    private static readonly ClaimTurnedDown TurnedDown = new(Some.Holder, Some.Clerk, LastToInsist);
    private static readonly ClaimEscalated Escalated = new(Some.Holder, "13", LastDay.AddDays(15));
    private static readonly ClaimRefused Refused = new(Some.Holder, Some.Clerk, "13");

    private readonly Scenario<CreditClaim> _claim = new();

    [Fact]
    public void A_claim_goes_to_the_organizer_who_has_two_weeks() => _claim
        .When(it => MakeClaim.Decide(it, Claim()))
        .Then(Made);

    [Fact]
    public void There_is_one_open_claim_for_a_physician_and_a_training() => _claim
        .Given(Made).When(it => MakeClaim.Decide(it, Claim())).ThenRefused("CLAIM_OPEN")
        .Given(Escalated).When(it => MakeClaim.Decide(it, Claim())).ThenRefused("CLAIM_OPEN");

    [Fact]
    public void After_a_withdrawal_another_claim_can_be_made() => _claim
        .Given(Made, new ClaimWithdrawn()).When(it => MakeClaim.Decide(it, Claim())).Then(Made);

    [Fact]
    public void What_was_refused_is_not_claimed_again() => _claim
        .Given(Made, TurnedDown).When(it => MakeClaim.Decide(it, Claim())).ThenRefused("CLAIM_DECIDED")
        .Given(Refused).When(it => MakeClaim.Decide(it, Claim())).ThenRefused("CLAIM_DECIDED");

    [Fact]
    public void Every_session_that_cannot_be_claimed_is_named_at_once()
    {
        var command = Claim(Some.Session(), Some.Session(2, date: Some.Today)) with
        {
            Ledger = new CreditLedger().Evolve(Some.Posted()),
            Sessions = [1, 2, 3],
            Now = Some.Session(2, date: Some.Today).EndsAt().AddTicks(-1),
        };

        Assert.Equal(
            [("CLAIM_NOT_MISSING", "1"), ("SESSION_IN_FUTURE", "2"), ("SESSION_UNKNOWN", "3")],
            MakeClaim.Decide(new(), command).Refusals.Select(it => (it.Code, it.Subject)));
        Assert.False(MakeClaim.Decide(new(), command with { Sessions = [2], Now = command.Now.AddTicks(1) }).IsRefused);
    }

    [Fact]
    public void A_training_that_was_never_designated_or_is_cancelled_gives_nothing_to_claim() => _claim
        .When(it => MakeClaim.Decide(it, Claim() with { Training = new Training().Evolve(Some.Drafted(Some.Session())) })).ThenRefused("TRAINING_UNKNOWN")
        .When(it => MakeClaim.Decide(it, Claim() with { Training = Some.Designated(Some.Session()).Evolve(new TrainingCancelled(Some.Clerk)) })).ThenRefused("TRAINING_CANCELLED");

    [Fact]
    public void Without_an_answer_it_goes_to_the_prefecture_the_day_after_the_last_one_and_only_once() => _claim
        .Given(Made)
        .When(it => EscalateClaims.Decide(it, LastDay)).ThenNothing()
        .When(it => EscalateClaims.Decide(it, LastDay.AddDays(1))).Then(Escalated)
        .When(it => EscalateClaims.Decide(it, LastDay.AddDays(1))).ThenNothing();

    [Fact]
    public void What_was_answered_or_withdrawn_is_not_passed_on() => _claim
        .Given(Made, TurnedDown).When(it => EscalateClaims.Decide(it, LastDay.AddYears(1))).ThenNothing()
        .Given(Made, new ClaimWithdrawn()).When(it => EscalateClaims.Decide(it, LastDay.AddYears(1))).ThenNothing();

    [Fact]
    public void The_physician_insists_until_the_last_day() => _claim
        .Given(Made).When(it => InsistOnClaim.Decide(it, Some.Today)).ThenRefused("CLAIM_NOT_TURNED_DOWN")
        .Given(TurnedDown).When(it => InsistOnClaim.Decide(it, LastToInsist.AddDays(1))).ThenRefused("CLAIM_INSISTED_LATE")
        .When(it => InsistOnClaim.Decide(it, LastToInsist)).Then(new ClaimInsistedOn(Some.Holder, "13", LastToInsist.AddDays(14)))
        .When(it => InsistOnClaim.Decide(it, LastToInsist)).ThenNothing();

    [Fact]
    public void The_organizer_turns_down_and_the_prefecture_refuses_each_at_its_time() => _claim
        .Given(Made)
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Prefecture, Some.Today))).ThenRefused("CLAIM_NOT_AT_DESK")
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Organizer, Some.Today))).Then(TurnedDown)
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Organizer, Some.Today))).ThenNothing()
        .Given(Escalated)
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Organizer, Some.Today))).ThenRefused("CLAIM_NOT_AT_DESK")
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Prefecture with { Association = "14" }, Some.Today))).ThenRefused("CLAIM_NOT_AT_DESK")
        .When(it => RefuseClaim.Decide(it, new(Some.Clerk, Prefecture, Some.Today))).Then(Refused)
        .When(it => WithdrawClaim.Decide(it)).ThenRefused("CLAIM_DECIDED");

    [Fact]
    public void Evidence_is_added_until_the_claim_is_decided_ten_files_at_most()
    {
        var document = Guid.CreateVersion7();
        _claim
            .Given(Made, TurnedDown)
            .Given(Enumerable.Range(0, 9).Select(_ => new EvidenceAdded(document)))
            .When(it => AddEvidence.Decide(it, new(document, Some.Today))).Then(new EvidenceAdded(document))
            .When(it => AddEvidence.Decide(it, new(document, Some.Today))).ThenRefused("CLAIM_EVIDENCE_FULL")
            .Given(Refused)
            .When(it => AddEvidence.Decide(it, new(document, Some.Today))).ThenRefused("CLAIM_DECIDED");
    }

    [Fact]
    public void A_confirmation_stands_only_if_every_session_is_credited_or_was_already() => _claim
        .Given(Made)
        .When(it => ConfirmClaim.Decide(it, Confirm(new(1, RowOutcome.Credited), RowResult.Refused(2, RowRefusals.ContradictsEarlier)))).ThenRefused("CONTRADICTS_EARLIER")
        .When(it => ConfirmClaim.Decide(it, Confirm(new RowResult(1, RowOutcome.Suspended, "MYPAGE_INCOMPLETE")))).ThenRefused("MYPAGE_INCOMPLETE")
        .When(it => ConfirmClaim.Decide(it, Confirm(new(1, RowOutcome.Credited), new(2, RowOutcome.Duplicate)))).Then(new ClaimConfirmed(Some.Holder, Some.Clerk, Some.Organizer, Presence.Full))
        .When(it => ConfirmClaim.Decide(it, Confirm(new RowResult(1, RowOutcome.Duplicate)))).ThenNothing();

    [Fact]
    public void Nothing_is_credited_for_a_training_that_was_cancelled_meanwhile() => _claim
        .Given(Made)
        .When(it => ConfirmClaim.Decide(it, Confirm(new RowResult(1, RowOutcome.Credited)) with { Training = TrainingStatus.Cancelled })).ThenRefused("TRAINING_CANCELLED");

    [Fact]
    public void A_claimed_attendance_is_judged_as_a_row_of_a_list_and_says_how_it_came()
    {
        var row = ClaimedList.RowOf(Some.Session(2), Some.Physician, AttendanceRole.Lecturer, Presence.Partial);
        var judge = new JudgeAttendance(Some.Designated(Some.Session(), Some.Session(2)), new(
            Some.TrainingId, Some.List, Some.Clerk, BusinessCalendar.StartOf(Some.Today),
            new Dictionary<string, Person> { [Some.Physician.LicenceNumber] = Some.Physician }, _ => new(), new HashSet<Guid>(), EntryWay.Claimed));

        Assert.Equal((2, RowOutcome.Credited), judge.Judge([row]).Select(it => (it.Row, it.Result)).Single());
        var posted = Assert.IsType<CreditPosted>(Assert.Single(judge.Posted[Some.Holder]));
        Assert.Equal((EntryWay.Claimed, AttendanceRole.Lecturer, Presence.Partial), (posted.Way, posted.Role, posted.Presence));
    }

    private static MakeClaim.Command Claim(params IReadOnlyList<Session> sessions) => new(
        Some.Holder, Some.TrainingId, Some.Designated(sessions.Count > 0 ? sessions : [Some.Session()]), new(), [1], AttendanceRole.Attendee,
        BusinessCalendar.StartOf(Some.Today));

    private static ConfirmClaim.Command Confirm(params IReadOnlyList<RowResult> rows) => new(Some.Clerk, Organizer, Presence.Full, TrainingStatus.Designated, rows);
}
