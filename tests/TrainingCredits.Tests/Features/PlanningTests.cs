using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>Changing a plan, sending it back, calling it off.</summary>
public sealed class PlanningTests
{
    private static readonly TrainingRequested Requested = new(Some.Clerk);
    private static readonly TrainingApproved Approved = new(Some.Clerk);
    private static readonly TrainingDesignated Designated = new(Some.Clerk);
    private static readonly TrainingCancelled Cancelled = new(Some.Clerk);
    private readonly Scenario<Training> _training = new();

    [Fact]
    public void A_draft_is_changed_as_a_whole() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => ReviseTraining.Decide(it, Plan(Some.Session(1), Some.Session(2))))
        .Then(new TrainingRevised(Some.Clerk, "産業医研修会", "13", [Some.Session(1), Some.Session(2)]));

    [Fact]
    public void Saying_the_same_again_changes_nothing() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => ReviseTraining.Decide(it, Plan(Some.Session())))
        .ThenNothing();

    [Theory]
    [InlineData("2025-03-31", "SYSTEM_BEFORE_CUTOFF")]
    [InlineData("2025-04-01")]
    public void A_change_cannot_lead_back_into_the_paper_era_U5(string date, params string[] codes) => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => ReviseTraining.Decide(it, Plan(Some.Session(date: DateOnly.Parse(date, provider: null)))))
        .ThenRefused(codes);

    [Fact]
    public void What_a_desk_examines_is_not_changed_under_its_hands()
    {
        Assert.Equal("TRAINING_NOT_DRAFT", Refused(Requested));
        Assert.Equal("TRAINING_NOT_DRAFT", Refused(Requested, Approved));
        Assert.Equal("TRAINING_NOT_DRAFT", Refused(Requested, Approved, Designated));
        Assert.Equal("TRAINING_CANCELLED", Refused(Cancelled));

        static string Refused(params IEnumerable<object> since) =>
            ReviseTraining.Decide(After(since), Plan(Some.Session(2))).Refusals.Single().Code;
    }

    [Fact]
    public void Another_organizer_does_not_know_of_the_draft() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => ReviseTraining.Decide(it, Plan(Some.Session(2)) with { Organizer = "ORG-8" }))
        .ThenRefused("TRAINING_UNKNOWN");

    [Fact]
    public void What_was_sent_back_is_changed_and_requested_again() => _training
        .Given(Some.Drafted(Some.Session()), Requested, new TrainingReturned(Some.Clerk, "13"))
        .When(it => ReviseTraining.Decide(it, Plan(Some.Session(2))))
        .Then(new TrainingRevised(Some.Clerk, "産業医研修会", "13", [Some.Session(2)]))
        .When(it => RequestTraining.Decide(it, new(Some.Organizer, Some.Clerk)))
        .Then(Requested);

    [Fact]
    public void What_was_sent_back_is_not_approved_before_it_is_requested_again() => _training
        .Given(Some.Drafted(Some.Session()), Requested, new TrainingReturned(Some.Clerk, "13"))
        .When(it => ApproveTraining.Decide(it, new("13", Some.Clerk)))
        .ThenRefused("TRAINING_NOT_REQUESTED")
        .When(it => DesignateTraining.Decide(it, new(Some.Clerk)))
        .ThenRefused("TRAINING_NOT_REQUESTED");

    [Theory]
    [InlineData("13", 1, null)]
    [InlineData("13", 0, "TRAINING_UNKNOWN")]
    [InlineData("14", 1, "TRAINING_UNKNOWN")]
    [InlineData("13", 2, "TRAINING_NOT_AT_DESK")]
    [InlineData("JMA", 0, "TRAINING_NOT_AT_DESK")]
    [InlineData("JMA", 1, "TRAINING_NOT_AT_DESK")]
    [InlineData("JMA", 2, null)]
    [InlineData("JMA", 3, "TRAINING_NOT_AT_DESK")]
    public void Only_the_desk_at_which_it_waits_sends_it_back(string desk, int stepsSinceDraft, string? code)
    {
        var decided = ReturnTraining.Decide(After(new object[] { Requested, Approved, Designated }.Take(stepsSinceDraft)), new(desk, Some.Clerk));

        Assert.Equal(code, decided.Refusals.SingleOrDefault()?.Code);
        Assert.Equal(code is null ? [new TrainingReturned(Some.Clerk, desk)] : [], decided.Events);
    }

    [Fact]
    public void Sending_back_twice_sends_back_once() => _training
        .Given(Some.Drafted(Some.Session()), Requested, new TrainingReturned(Some.Clerk, "13"))
        .When(it => ReturnTraining.Decide(it, new("13", Some.Clerk)))
        .ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_organizer_calls_a_training_off_at_any_point(int stepsSinceDraft) =>
        Assert.Equal([Cancelled], CancelTraining.Decide(After(new object[] { Requested, Approved, Designated }.Take(stepsSinceDraft)), Cancel()).Events);

    [Fact]
    public void Nothing_is_called_off_for_which_somebody_is_credited() => _training
        .Given(Some.Drafted(Some.Session()), Requested, Approved, Designated)
        .When(it => CancelTraining.Decide(it, Cancel() with { AttendanceStands = true }))
        .ThenRefused("ATTENDANCE_STANDS");

    [Fact]
    public void Calling_off_is_done_once_by_its_organizer_and_final()
    {
        var over = After([Requested, Approved, Designated, Cancelled]);

        Assert.Empty(CancelTraining.Decide(over, Cancel()).Events);
        Assert.Equal("TRAINING_UNKNOWN", CancelTraining.Decide(over, Cancel() with { Organizer = "ORG-8" }).Refusals.Single().Code);
        Assert.Equal("TRAINING_CANCELLED", RequestTraining.Decide(over, new(Some.Organizer, Some.Clerk)).Refusals.Single().Code);
        Assert.Equal("TRAINING_CANCELLED", ApproveTraining.Decide(over, new("13", Some.Clerk)).Refusals.Single().Code);
        Assert.Equal("TRAINING_CANCELLED", DesignateTraining.Decide(over, new(Some.Clerk)).Refusals.Single().Code);
        Assert.Equal("TRAINING_CANCELLED", ReturnTraining.Decide(over, new("JMA", Some.Clerk)).Refusals.Single().Code);
    }

    [Fact]
    public void Everybody_still_sees_what_was_designated_and_called_off_nobody_else_a_draft_that_was()
    {
        Assert.True(After([Requested, Approved, Designated, Cancelled]).IsOpenTo(string.Empty, isStaff: false));
        Assert.False(After([Requested, Cancelled]).IsOpenTo(string.Empty, isStaff: false));
    }

    private static CancelTraining.Command Cancel() => new(Some.Organizer, Some.Clerk, AttendanceStands: false);

    private static Training After(IEnumerable<object> since) =>
        since.Aggregate(new Training().Evolve(Some.Drafted(Some.Session())), (it, e) => it.Evolve(e));

    private static DraftTraining.Command Plan(params IReadOnlyList<Session> sessions) =>
        new(Some.Organizer, Some.Clerk, "産業医研修会", "13", sessions);
}
