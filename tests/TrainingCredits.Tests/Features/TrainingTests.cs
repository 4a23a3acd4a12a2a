using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>From draft to designation (domain.md 4.4, steps 1 to 3).</summary>
public sealed class TrainingTests
{
    private readonly Scenario<Training> _training = new();

    [Theory]
    [InlineData("2025-03-31", "SYSTEM_BEFORE_CUTOFF")]
    [InlineData("2025-04-01")]
    public void Trainings_before_April_2025_exist_on_paper_only_U5(string date, params string[] codes)
    {
        var draft = Draft(Some.Session(date: DateOnly.Parse(date, provider: null)));
        var decided = _training.When(it => DraftTraining.Decide(it, draft));

        if (codes.Length > 0)
        {
            decided.ThenRefused(codes);
        }
        else
        {
            decided.Then(new TrainingDrafted(draft.Organizer, draft.DraftedBy, draft.Title, draft.Prefecture, draft.Sessions));
        }
    }

    [Fact]
    public void Every_session_of_the_paper_era_is_named_at_once() => _training
        .When(it => DraftTraining.Decide(it, Draft(Some.Session(1, date: new(2024, 1, 1)), Some.Session(2), Some.Session(3, date: new(2025, 3, 1)))))
        .ThenRefused("SYSTEM_BEFORE_CUTOFF", "SYSTEM_BEFORE_CUTOFF");

    [Fact]
    public void A_training_is_drafted_once() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => DraftTraining.Decide(it, Draft(Some.Session())))
        .ThenNothing();

    [Fact]
    public void Only_its_organizer_can_ask_for_approval() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => RequestTraining.Decide(it, new("ORG-8", Some.Clerk)))
        .ThenRefused("TRAINING_UNKNOWN");

    [Fact]
    public void Asking_twice_asks_once() => _training
        .Given(Some.Drafted(Some.Session()), new TrainingRequested(Some.Clerk))
        .When(it => RequestTraining.Decide(it, new(Some.Organizer, Some.Clerk)))
        .ThenNothing();

    [Fact]
    public void The_prefecture_of_the_place_approves() => _training
        .Given(Some.Drafted(Some.Session()), new TrainingRequested(Some.Clerk))
        .When(it => ApproveTraining.Decide(it, new("13", Some.Clerk)))
        .Then(new TrainingApproved(Some.Clerk));

    [Fact]
    public void Another_prefecture_does_not_know_of_the_training() => _training
        .Given(Some.Drafted(Some.Session()), new TrainingRequested(Some.Clerk))
        .When(it => ApproveTraining.Decide(it, new("14", Some.Clerk)))
        .ThenRefused("TRAINING_UNKNOWN");

    [Fact]
    public void What_nobody_asked_for_is_not_approved() => _training
        .Given(Some.Drafted(Some.Session()))
        .When(it => ApproveTraining.Decide(it, new("13", Some.Clerk)))
        .ThenRefused("TRAINING_NOT_REQUESTED");

    [Fact]
    public void The_JMA_designates_what_the_prefecture_has_approved() => _training
        .Given(Some.Drafted(Some.Session()), new TrainingRequested(Some.Clerk), new TrainingApproved(Some.Clerk))
        .When(it => DesignateTraining.Decide(it, new(Some.Clerk)))
        .Then(new TrainingDesignated(Some.Clerk));

    [Fact]
    public void The_JMA_does_not_pass_over_the_prefecture() => _training
        .Given(Some.Drafted(Some.Session()), new TrainingRequested(Some.Clerk))
        .When(it => DesignateTraining.Decide(it, new(Some.Clerk)))
        .ThenRefused("TRAINING_NOT_APPROVED");

    [Theory]
    [InlineData(Some.Organizer, false, true)]
    [InlineData("ORG-8", false, false)]
    [InlineData("13", true, false)]
    [InlineData("JMA", true, true)]
    [InlineData("", false, false)]
    public void A_draft_is_seen_by_its_organizer_and_the_JMA_only(string association, bool isStaff, bool sees) =>
        Assert.Equal(sees, new Training().Evolve(Some.Drafted(Some.Session())).IsOpenTo(association, isStaff));

    [Fact]
    public void A_designated_training_is_seen_by_everybody() =>
        Assert.True(Some.Designated(Some.Session()).IsOpenTo(string.Empty, isStaff: false));

    private static DraftTraining.Command Draft(params IReadOnlyList<Session> sessions) =>
        new(Some.Organizer, Some.Clerk, "産業医研修会", "13", sessions);
}
