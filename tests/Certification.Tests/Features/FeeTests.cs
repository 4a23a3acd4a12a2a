using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Desks;
using Mamis.Certification.Features.Fees;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>The fee of an application: received, in parts, waived, refunded, and what it blocks (domain.md 3.9).</summary>
public sealed class FeeTests
{
    private static readonly BankLineId Line = new(Guid.Parse("01930000-0000-7000-8000-000000000051"));

    private readonly Scenario<Application> _application = new();

    [Fact]
    public void A_fee_that_is_missing_blocks_approval_and_neither_submission_nor_sending_back() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Approve(it)).ThenRefused("FEE_UNPAID")
        .When(it => ReturnApplication.Decide(it, new(County, CountyClerk, ["handbook"], Remark))).Then(new ApplicationReturned(Physician, County, CountyClerk, ["handbook"], Remark));

    [Fact]
    public void A_transfer_of_just_the_fee_is_what_a_clerk_would_have_recorded_on_its_value_day() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Transfer(it, 10_000)).Then(new FeeRecorded(10_000, Today.AddDays(-1), CountyClerk, Line))
        .When(it => Transfer(it, 10_000)).ThenRefused("FEE_ALREADY_RECEIVED")
        .When(it => Approve(it)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void Parts_add_up_and_only_the_last_one_opens_the_way() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Transfer(it, 9_340)).Then(new FeePartRecorded(9_340, Today.AddDays(-1), CountyClerk, Line))
        .When(it => Approve(it)).ThenRefused("FEE_UNPAID")
        .When(it => Pay(it, 10_000)).ThenRefused("FEE_AMOUNT_WRONG")
        .When(it => Pay(it, 659)).ThenRefused("FEE_AMOUNT_WRONG")
        .When(it => Pay(it, 660)).Then(new FeeRecorded(660, Today, CountyClerk))
        .When(it => Approve(it)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void What_is_too_much_pays_the_fee_and_no_more() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Transfer(it, 20_000)).Then(new FeeRecorded(10_000, Today.AddDays(-1), CountyClerk, Line));

    [Fact]
    public void A_waived_fee_is_no_longer_owed_and_no_money_is_taken_for_it() => _application
        .Given(Drafted(), Submitted(), AtCounty)
        .When(it => Waive(it, CountyClerk, Prefecture)).ThenRefused("NOT_THE_FIRST_DESK")
        .When(it => Waive(it, CountyClerk, "27-001")).ThenRefused("APPLICATION_UNKNOWN")
        .When(it => Waive(it, new(Physician.Value))).ThenRefused("FOUR_EYES")
        .When(it => Waive(it, CountyClerk)).Then(new FeeWaived(Today, CountyClerk, Remark))
        .When(it => Waive(it, CountyClerk)).ThenNothing()
        .When(it => Pay(it, 10_000)).ThenRefused("FEE_WAIVED")
        .When(it => Approve(it)).Then(new ApplicationApproved(County, CountyClerk, Prefecture));

    [Fact]
    public void What_was_received_is_refunded_before_it_is_waived() => _application
        .Given(AtFirstDesk())
        .When(it => Waive(it, CountyClerk)).ThenRefused("FEE_ALREADY_RECEIVED")
        .When(it => Refund(it, refundedOn: Today.AddDays(1))).ThenRefused("DAY_IN_FUTURE")
        .When(it => Refund(it)).Then(new FeeRefunded(10_000, Today, CountyClerk, Remark))
        .When(it => Refund(it)).ThenRefused("FEE_NOT_RECEIVED")
        .When(it => Approve(it)).ThenRefused("FEE_UNPAID");

    [Fact]
    public void A_case_that_was_examined_keeps_its_fee_until_it_comes_back_or_is_over() => _application
        .Given(AtFirstDesk())
        .Given(new ApplicationApproved(County, CountyClerk, Prefecture))
        .When(it => Refund(it)).ThenRefused("FEE_EARNED")
        .When(it => Refund(it, desk: Prefecture)).ThenRefused("NOT_THE_FIRST_DESK")
        .Given(new ApplicationWithdrawn(Physician))
        .When(it => Refund(it)).Then(new FeeRefunded(10_000, Today, CountyClerk, Remark));

    [Fact]
    public void A_granted_case_keeps_its_fee() => _application
        .Given(AtJma())
        .Given(new ApplicationApproved("JMA", JmaClerk, null), new ApplicationGranted(Physician, Scheme.Occupational, ApplicationKind.Renewal, null))
        .When(it => Refund(it)).ThenRefused("FEE_EARNED");

    private static Decision Approve(Application it) => ApproveApplication.Decide(it, new(County, CountyClerk, null, null));

    private static Decision Pay(Application it, int amount) => RecordFee.Decide(it, new(County, CountyClerk, amount, Today, Today));

    private static Decision Transfer(Application it, int amount) =>
        RecordTransfer.Decide(it, new(County, CountyClerk, amount, Today.AddDays(-1), Today, Line));

    private static Decision Waive(Application it, StaffId by, string desk = County) => WaiveFee.Decide(it, new(desk, by, Today, Remark));

    private static Decision Refund(Application it, string desk = County, DateOnly? refundedOn = null) =>
        RefundFee.Decide(it, new(desk, CountyClerk, refundedOn ?? Today, Today, Remark));
}
