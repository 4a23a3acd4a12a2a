using Mamis.Certification.Domain;
using Mamis.Certification.Features.Desks;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>What the three desks can do, in which order, and what they cannot (domain.md 3.9 and section 4).</summary>
public sealed class DeskTests
{
    private readonly Scenario<Application> _application = new();

    [Fact]
    public void The_first_desk_needs_fee_and_originals_and_hears_of_both_at_once_U6() => _application
        .Given(Drafted(), Submitted(paper: true), AtCounty)
        .When(it => Approve(it, County, CountyClerk)).ThenRefused("FEE_UNPAID", "PAPER_ORIGINAL_NOT_RECEIVED")
        .Given(new FeeRecorded(10_000, Today, CountyClerk))
        .When(it => Approve(it, County, CountyClerk)).ThenRefused("PAPER_ORIGINAL_NOT_RECEIVED")
        .Given(new PaperOriginalReceived(Today, CountyClerk))
        .When(it => Approve(it, County, CountyClerk)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void The_last_desk_grants_a_renewal() => _application
        .Given(AtJma())
        .When(it => Approve(it, "JMA", JmaClerk))
        .Then(
            new ApplicationApproved("JMA", JmaClerk, NextDesk: null),
            new ApplicationGranted(Physician, Scheme.Occupational, ApplicationKind.Renewal, CertifiedOn: null));

    [Fact]
    public void A_new_certificate_needs_the_certification_day_at_the_last_desk_and_only_there_V3() => _application
        .Given(AtFirstDesk(ApplicationKind.New))
        .When(it => Approve(it, County, CountyClerk, certifiedOn: Today)).ThenRefused("CERTIFIED_ON_NOT_ASKED")
        .When(it => Approve(it, County, CountyClerk)).Then(new ApplicationApproved(County, CountyClerk, Prefecture))
        .Given(new ApplicationApproved(Prefecture, PrefectureClerk, "JMA"))
        .When(it => Approve(it, "JMA", JmaClerk)).ThenRefused("CERTIFIED_ON_MISSING")
        .When(it => Approve(it, "JMA", JmaClerk, certifiedOn: Today))
        .Then(
            new ApplicationApproved("JMA", JmaClerk, NextDesk: null),
            new ApplicationGranted(Physician, Scheme.Occupational, ApplicationKind.New, Today));

    [Fact]
    public void A_desk_decides_only_on_what_lies_there() => _application
        .Given(AtFirstDesk())
        .When(it => Approve(it, Prefecture, PrefectureClerk)).ThenRefused("APPLICATION_NOT_AT_YOUR_DESK")
        .When(it => Return(it, "JMA", JmaClerk)).ThenRefused("APPLICATION_NOT_AT_YOUR_DESK");

    [Theory]
    [InlineData("13-002")]
    [InlineData("14")]
    [InlineData("")]
    public void A_desk_outside_the_route_does_not_even_learn_that_it_exists(string desk) => _application
        .Given(AtFirstDesk())
        .When(it => Approve(it, desk, CountyClerk)).ThenRefused("APPLICATION_UNKNOWN")
        .When(it => Return(it, desk, CountyClerk)).ThenRefused("APPLICATION_UNKNOWN")
        .When(it => Reject(it, desk, CountyClerk)).ThenRefused("APPLICATION_UNKNOWN")
        .When(it => Pay(it, desk)).ThenRefused("APPLICATION_UNKNOWN");

    [Fact]
    public void Nobody_decides_at_two_desks_nor_on_his_own_application() => _application
        .Given(AtFirstDesk())
        .When(it => Approve(it, County, new(Physician.Value))).ThenRefused("FOUR_EYES")
        .Given(new ApplicationApproved(County, CountyClerk, Prefecture))
        .When(it => Approve(it, Prefecture, CountyClerk)).ThenRefused("FOUR_EYES")
        .When(it => Return(it, Prefecture, CountyClerk)).ThenRefused("FOUR_EYES");

    [Fact]
    public void Approving_twice_is_approving_once() => _application
        .Given(AtFirstDesk())
        .When(it => Approve(it, County, CountyClerk)).Then(new ApplicationApproved(County, CountyClerk, Prefecture))
        .When(it => Approve(it, County, CountyClerk)).ThenNothing()
        .Given(new ApplicationApproved(Prefecture, PrefectureClerk, "JMA"))
        .When(it => Approve(it, "JMA", JmaClerk))
        .When(it => Approve(it, "JMA", JmaClerk)).ThenNothing();

    [Fact]
    public void Of_two_who_saw_the_same_version_the_second_is_told() => _application
        .Given(AtFirstDesk())
        .When(it => Approve(it, County, CountyClerk, ifVersion: 3)).ThenRefused("CHANGED_MEANWHILE")
        .When(it => Approve(it, County, CountyClerk, ifVersion: 4)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void A_returned_application_comes_again_to_the_first_desk_with_its_fee_paid() => _application
        .Given(AtFirstDesk())
        .Given(new ApplicationApproved(County, CountyClerk, Prefecture))
        .When(it => Return(it, Prefecture, PrefectureClerk))
        .Then(new ApplicationReturned(Physician, Prefecture, PrefectureClerk, ["handbook"], Remark))
        .When(it => Approve(it, Prefecture, PrefectureClerk)).ThenRefused("APPLICATION_NOT_AT_YOUR_DESK")
        .Given(Submitted(round: 2), AtCounty)
        .When(it => Approve(it, County, CountyClerk)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void Only_the_first_desk_takes_fee_and_originals_and_only_what_happened_already() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Pay(it, Prefecture)).ThenRefused("NOT_THE_FIRST_DESK")
        .When(it => Pay(it, County, receivedOn: Today.AddDays(1))).ThenRefused("DAY_IN_FUTURE")
        .When(it => Pay(it, County, amount: 9_999)).ThenRefused("FEE_AMOUNT_WRONG")
        .When(it => Pay(it, County)).Then(new FeeRecorded(10_000, Today, CountyClerk))
        .When(it => Pay(it, County)).ThenNothing()
        .When(it => ReceivePaperOriginal.Decide(it, new(County, CountyClerk, Today.AddDays(1), Today))).ThenRefused("DAY_IN_FUTURE")
        .When(it => ReceivePaperOriginal.Decide(it, new(County, CountyClerk, Today, Today))).Then(new PaperOriginalReceived(Today, CountyClerk))
        .When(it => ReceivePaperOriginal.Decide(it, new(County, CountyClerk, Today, Today))).ThenNothing();

    [Fact]
    public void Only_the_JMA_rejects_and_a_rejected_application_is_over() => _application
        .Given(AtFirstDesk())
        .When(it => Reject(it, County, CountyClerk)).ThenRefused("ONLY_JMA_REJECTS")
        .Given(new ApplicationApproved(County, CountyClerk, Prefecture), new ApplicationApproved(Prefecture, PrefectureClerk, "JMA"))
        .When(it => Reject(it, "JMA", JmaClerk)).Then(new ApplicationRejected(Physician, JmaClerk, Remark))
        .When(it => Reject(it, "JMA", JmaClerk)).ThenNothing()
        .When(it => Approve(it, "JMA", JmaClerk)).ThenRefused("APPLICATION_OVER");

    [Fact]
    public void A_remark_says_for_each_point_what_and_why()
    {
        Assert.Equal(["reasons"], Remarks.Examine([]).Select(it => it.Subject));
        Assert.Equal(
            ["reasons[0].item", "reasons[1].text", "reasons[2].text"],
            Remarks.Examine([new(" ", "x"), new("fee", ""), new("fee", new string('x', 2_001)), new("fee", new string('x', 2_000))]).Select(it => it.Subject));
    }

    private static Decision Approve(Application it, string desk, StaffId by, DateOnly? certifiedOn = null, long? ifVersion = null) =>
        ApproveApplication.Decide(it, new(desk, by, certifiedOn, ifVersion));

    private static Decision Return(Application it, string desk, StaffId by) =>
        ReturnApplication.Decide(it, new(desk, by, ["handbook"], Remark));

    private static Decision Reject(Application it, string desk, StaffId by) => RejectApplication.Decide(it, new(desk, by, Remark));

    private static Decision Pay(Application it, string desk, int amount = 10_000, DateOnly? receivedOn = null) =>
        RecordFee.Decide(it, new(desk, CountyClerk, amount, receivedOn ?? Today, Today));
}
