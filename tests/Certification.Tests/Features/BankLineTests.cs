using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Fees;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>What a transfer is taken for, and what a clerk can do with one that says too little.</summary>
public sealed class BankLineTests
{
    private readonly Scenario<BankLine> _line = new();

    public static TheoryData<int, LineFinding> Amounts => new()
    {
        { 9_999, LineFinding.Part }, { 10_000, LineFinding.Exact }, { 10_001, LineFinding.Over },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void A_transfer_with_a_reference_is_judged_by_what_is_owed(int amount, LineFinding finding) => _line
        .When(it => Take(it, amount, [First], Folded(Drafted(), Submitted(), AtCounty)))
        .Then(new BankLineTaken(County, amount, Today, finding, First, CountyClerk));

    [Fact]
    public void Without_one_single_application_nothing_is_received_by_itself()
    {
        var paid = Folded([.. AtFirstDesk()]);
        var over = Folded([.. AtFirstDesk(), new ApplicationWithdrawn(Physician)]);

        Assert.Equal(LineFinding.Unknown, Finding(Take(new(), 10_000, [], null)));
        Assert.Equal(LineFinding.Ambiguous, Finding(Take(new(), 10_000, [First, Second], paid)));
        Assert.Equal(LineFinding.PaidAlready, Finding(Take(new(), 10_000, [First], paid)));
        Assert.Equal(LineFinding.Closed, Finding(Take(new(), 10_000, [First], over)));
    }

    [Fact]
    public void A_transfer_comes_neither_from_the_future_nor_from_where_lines_are_deleted() => _line
        .When(it => Take(it, 10_000, [], null, Today.AddDays(1))).ThenRefused("DAY_IN_FUTURE")
        .When(it => Take(it, 10_000, [], null, Today.AddMonths(-13).AddDays(-1))).ThenRefused("BANK_LINE_TOO_OLD")
        .When(it => Take(it, 10_000, [], null, Today.AddMonths(-13)))
        .Then(new BankLineTaken(County, 10_000, Today.AddMonths(-13), LineFinding.Unknown, null, CountyClerk));

    [Fact]
    public void A_clerk_assigns_once_and_what_the_fee_does_not_need_goes_back() => _line
        .Given(Taken(LineFinding.Over, 12_000))
        .When(it => Assign(it, Prefecture)).ThenRefused("BANK_LINE_UNKNOWN")
        .When(it => Assign(it)).Then(new BankLineAssigned(First, 2_000, CountyClerk))
        .When(it => Assign(it)).ThenRefused("BANK_LINE_SETTLED")
        .When(it => NoteRefund.Decide(it, new(County, CountyClerk, Remark))).ThenRefused("BANK_LINE_SETTLED")
        .When(it => SetBankLineAside.Decide(it, new(County, CountyClerk, Remark))).Then(new BankLineSetAside(CountyClerk, Remark));

    [Fact]
    public void What_was_laid_aside_in_error_can_still_be_assigned() => _line
        .Given(Taken(LineFinding.Unknown, 10_000))
        .When(it => SetBankLineAside.Decide(it, new(County, CountyClerk, Remark))).Then(new BankLineSetAside(CountyClerk, Remark))
        .When(it => SetBankLineAside.Decide(it, new(County, CountyClerk, Remark))).ThenNothing()
        .When(it => NoteRefund.Decide(it, new(County, CountyClerk, Remark))).Then(new BankLineRefundNoted(CountyClerk, Remark))
        .When(it => Assign(it)).Then(new BankLineAssigned(First, 0, CountyClerk))
        .When(it => SetBankLineAside.Decide(it, new(County, CountyClerk, Remark))).ThenRefused("BANK_LINE_SETTLED");

    [Fact]
    public void What_was_received_by_itself_needs_no_clerk() => _line
        .Given(Taken(LineFinding.Exact, 10_000))
        .When(it => Assign(it)).ThenRefused("BANK_LINE_SETTLED")
        .When(it => SetBankLineAside.Decide(it, new(County, CountyClerk, Remark))).ThenRefused("BANK_LINE_SETTLED");

    private static Application Folded(params IReadOnlyList<object> events) => events.Aggregate(new Application(), static (it, e) => it.Evolve(e));

    private static LineFinding Finding(Decision decision) => Assert.IsType<BankLineTaken>(Assert.Single(decision.Events)).Finding;

    private static BankLineTaken Taken(LineFinding finding, int amount) => new(County, amount, Today, finding, First, CountyClerk);

    private static Decision Take(BankLine it, int amount, IReadOnlyList<ApplicationKey> named, Application? application, DateOnly? day = null) =>
        TakeBankLine.Decide(it, new(County, CountyClerk, amount, day ?? Today, named, application, Today));

    private static Decision Assign(BankLine it, string desk = County) => AssignBankLine.Decide(it, new(desk, CountyClerk, First, 10_000));
}
