using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Attendance;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>Taking back and correcting what was posted, never by changing an entry.</summary>
public sealed class CorrectionTests
{
    private static readonly Session Twice = Some.Session() with { SecondCategory = Category.BasicLate };
    private static readonly Attending Partial = Some.Attending with { Presence = Presence.Partial };
    private static readonly ApplicationKey Application = new(Guid.Parse("0197a000-0000-7000-8000-00000000000a"));

    [Fact]
    public void An_attendance_is_withdrawn_in_every_category_U2()
    {
        var ledger = Ledger(Twice);

        var decision = WithdrawAttendance.Decide(ledger, Withdrawal(Twice));

        Assert.Equal([.. ledger.Entries.Keys.Order(ById)], decision.Events.Cast<CreditWithdrawn>().Select(it => it.Entry).Order(ById));
        Assert.All(After(ledger, decision).Entries.Values, it => Assert.Equal(EntryStatus.Withdrawn, it.Status));
    }

    [Fact]
    public void Withdrawing_twice_is_withdrawing_once()
    {
        var ledger = After(Ledger(Twice), WithdrawAttendance.Decide(Ledger(Twice), Withdrawal(Twice)));

        Assert.Equal(Decision.Nothing.Events, WithdrawAttendance.Decide(ledger, Withdrawal(Twice)).Events);
    }

    [Theory]
    [InlineData(false, "CREDIT_SET_ASIDE")]
    [InlineData(true, "CREDIT_SPENT")]
    public void What_an_application_counts_is_neither_withdrawn_nor_corrected(bool granted, string code)
    {
        var ledger = Ledger(Twice);
        var kept = ledger.Entries.Keys.First();
        ledger = ledger.Evolve(new CreditsSetAside(Application, 1, Some.Holder, [kept], []));
        ledger = granted ? ledger.Evolve(new CreditsSpent(Application, Some.Holder, [kept])) : ledger;

        var refusals = new[] { WithdrawAttendance.Decide(ledger, Withdrawal(Twice)), CorrectAttendance.Decide(ledger, Correction(Twice, Partial)) }
            .Select(it => Assert.Single(it.Refusals));

        Assert.All(refusals, it => Assert.Equal((code, kept.Value.ToString()), (it.Code, it.Subject)));
    }

    [Fact]
    public void What_nobody_was_credited_for_cannot_be_withdrawn() =>
        Assert.Equal("ATTENDANCE_UNKNOWN", WithdrawAttendance.Decide(new(), Withdrawal(Twice)).Refusals[0].Code);

    [Fact]
    public void A_correction_puts_another_entry_in_the_place_of_the_withdrawn_one()
    {
        var ledger = Ledger(Some.Session());
        var first = ledger.Entries.Keys.Single();

        var decision = CorrectAttendance.Decide(ledger, Correction(Some.Session(), Partial));

        var posted = Assert.IsType<CreditPosted>(decision.Events[1]);
        Assert.Equal(first, Assert.IsType<CreditWithdrawn>(decision.Events[0]).Entry);
        Assert.Equal((first, Presence.Partial, Some.List, 1), (posted.Corrects, posted.Presence, posted.List, posted.Row));
        Assert.Equal(EntryStatus.Posted, After(ledger, decision).Find(posted.Entry)?.Status);
        Assert.Empty(CorrectAttendance.Decide(After(ledger, decision), Correction(Some.Session(), Partial)).Events);
    }

    [Fact]
    public void A_list_does_not_bring_back_what_was_withdrawn_but_a_correction_does()
    {
        var ledger = After(Ledger(Some.Session()), WithdrawAttendance.Decide(Ledger(Some.Session()), Withdrawal(Some.Session())));

        var list = PostCredit.Decide(ledger, Some.Credit());
        var back = After(ledger, CorrectAttendance.Decide(ledger, Correction(Some.Session(), Some.Attending)));

        Assert.Equal("ATTENDANCE_WITHDRAWN", list.Refusals[0].Code);
        Assert.Equal(2, Assert.Single(back.Entries.Values, it => it.Status is EntryStatus.Posted).Units);
        Assert.Empty(PostCredit.Decide(back, Some.Credit()).Refusals);
    }

    [Fact]
    public void A_correction_keeps_the_rule_on_the_web_U7() => Assert.Equal(
        "WEB_NOT_ALLOWED",
        CorrectAttendance.Decide(Ledger(Some.Session()), Correction(Some.Session(), Some.Attending with { Mode = Mode.Web })).Refusals[0].Code);

    private static Comparer<EntryId> ById => Comparer<EntryId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static CreditLedger Ledger(Session session) => session.AllCategories().Aggregate(
        new CreditLedger(), (ledger, it) => After(ledger, PostCredit.Decide(ledger, Some.Credit(session) with { Category = it })));

    private static CreditLedger After(CreditLedger ledger, Decision decision) => decision.Events.Aggregate(ledger, (it, e) => it.Evolve(e));

    private static WithdrawAttendance.Command Withdrawal(Session session) => new(Some.Holder, session, Some.Clerk);

    private static CorrectAttendance.Command Correction(Session session, Attending attending) =>
        new(new(Some.Holder, Some.TrainingId, session, Some.List, Row: 1), attending, Some.Clerk);
}
