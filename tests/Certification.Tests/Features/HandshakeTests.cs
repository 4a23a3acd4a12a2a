using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>Between submission and the first desk: the ledger sets the counted entries aside, finds them short, or is silent.</summary>
public sealed class HandshakeTests
{
    private readonly Scenario<Application> _application = new();

    [Fact]
    public void An_application_is_admitted_when_exactly_its_entries_are_set_aside() => _application
        .Given(Drafted(), Submitted())
        .When(it => AdmitApplication.Decide(it, new([Entry]))).Then(AtCounty)
        .When(it => AdmitApplication.Decide(it, new([Entry]))).ThenNothing();

    [Fact]
    public void An_answer_about_other_entries_belongs_to_an_earlier_round() => _application
        .Given(Drafted(), Submitted())
        .When(it => AdmitApplication.Decide(it, new([Entry, OtherEntry]))).ThenNothing()
        .When(it => HoldBackApplication.Decide(it, new([OtherEntry]))).ThenNothing();

    [Fact]
    public void With_a_completed_course_there_is_nothing_to_set_aside_and_the_handshake_is_the_same() => _application
        .Given(Drafted(), Submitted() with { Entries = [] })
        .When(it => AdmitApplication.Decide(it, new([]))).Then(AtCounty);

    [Fact]
    public void What_the_ledger_cannot_keep_gives_the_application_back() => _application
        .Given(Drafted(), Submitted())
        .When(it => HoldBackApplication.Decide(it, new([Entry]))).Then(new ApplicationHeldBack([Entry]))
        .When(it => HoldBackApplication.Decide(it, new([Entry]))).ThenNothing()
        .When(it => AdmitApplication.Decide(it, new([Entry]))).ThenNothing();

    [Fact]
    public void A_withdrawn_application_is_not_admitted_any_more() => _application
        .Given(Drafted(), Submitted(), new ApplicationWithdrawn(Physician))
        .When(it => AdmitApplication.Decide(it, new([Entry]))).ThenNothing();

    [Fact]
    public void A_silent_ledger_is_asked_again_for_the_same_round() => _application
        .Given(Drafted(), Submitted())
        .When(AskLedgerAgain.Decide).Then(new CreditsRequestedAgain(Physician, 1, [Entry]))
        .Given(AtCounty)
        .When(AskLedgerAgain.Decide).ThenNothing();
}
