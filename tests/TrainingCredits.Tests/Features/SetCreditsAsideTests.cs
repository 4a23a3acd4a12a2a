using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>No credit serves twice, in whatever order applications are submitted, granted and closed (rules ON7, X5).</summary>
public sealed class SetCreditsAsideTests
{
    private static readonly ApplicationKey First = new(Guid.Parse("0197a000-0000-7000-8000-00000000000a"));
    private static readonly ApplicationKey Second = new(Guid.Parse("0197a000-0000-7000-8000-00000000000b"));
    private static readonly CreditPosted One = Some.Posted(1);
    private static readonly CreditPosted Two = Some.Posted(2);

    private readonly Scenario<CreditLedger> _ledger = new Scenario<CreditLedger>().Given(One, Two);

    [Fact]
    public void Free_entries_are_kept_for_the_application() => _ledger
        .When(it => Submit(it, First, 1, One, Two)).Then(Aside(First, 1, [One, Two], freed: []));

    [Fact]
    public void An_application_without_counted_entries_is_answered_too_ON8() => _ledger
        .When(it => Submit(it, First, 1)).Then(Aside(First, 1, [], freed: []));

    [Fact]
    public void An_entry_kept_for_one_application_is_short_for_another() => _ledger
        .Given(Aside(First, 1, [One], freed: []))
        .When(it => Submit(it, Second, 1, One, Two)).Then(Short(Second, 1, One));

    [Fact]
    public void A_spent_entry_is_short() => _ledger
        .Given(Aside(First, 1, [One], freed: []), new CreditsSpent(First, Some.Holder, [One.Entry]))
        .When(it => Submit(it, Second, 1, One)).Then(Short(Second, 1, One));

    [Fact]
    public void A_declared_line_is_short_until_the_desk_has_verified_it()
    {
        var declared = new PaperCreditDeclared(
            new(Guid.Parse("0197a000-0000-7000-8000-0000000000aa")), Some.Holder, new(2024, 9, 1), Category.LifeField, null, 1, "研修会", Mode.Onsite);
        var ledger = _ledger.Given(declared);

        ledger.When(it => Ask(it, Second, 1, declared.Entry)).Then(new CreditsFoundShort(Second, 1, Some.Holder, [declared.Entry]));
        ledger.Given(new PaperCreditVerified(declared.Entry, Some.Holder, Some.Clerk, "13-001"))
            .When(it => Ask(it, Second, 2, declared.Entry)).Then(new CreditsSetAside(Second, 2, Some.Holder, [declared.Entry], []));
    }

    [Fact]
    public void An_entry_of_nobody_is_short() => _ledger
        .When(it => Ask(it, First, 1, new EntryId(Guid.Parse("0197a000-0000-7000-8000-0000000000ff"))))
        .Then(new CreditsFoundShort(First, 1, Some.Holder, [new(Guid.Parse("0197a000-0000-7000-8000-0000000000ff"))]));

    [Fact]
    public void A_corrected_application_keeps_the_entries_it_counts_now_and_frees_the_rest() => _ledger
        .Given(Aside(First, 1, [One], freed: []))
        .When(it => Submit(it, First, 2, Two)).Then(Aside(First, 2, [Two], freed: [One]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_round_that_was_answered_or_overtaken_changes_nothing(int round) => _ledger
        .Given(Aside(First, 2, [Two], freed: []))
        .When(it => Submit(it, First, round, One)).ThenNothing();

    [Fact]
    public void After_a_shortage_the_next_round_is_decided_anew() => _ledger
        .Given(Short(First, 1, One))
        .When(it => Submit(it, First, 2, Two)).Then(Aside(First, 2, [Two], freed: []));

    [Fact]
    public void A_granted_application_spends_what_was_kept_for_it() => _ledger
        .Given(Aside(First, 1, [One], freed: []))
        .When(it => SpendCredits.Decide(it, new(First, Some.Holder))).Then(new CreditsSpent(First, Some.Holder, [One.Entry]));

    [Fact]
    public void Granting_twice_spends_once() => _ledger
        .Given(Aside(First, 1, [One], freed: []), new CreditsSpent(First, Some.Holder, [One.Entry]))
        .When(it => SpendCredits.Decide(it, new(First, Some.Holder))).ThenNothing();

    [Fact]
    public void What_was_never_set_aside_cannot_be_spent() => _ledger
        .When(it => SpendCredits.Decide(it, new(First, Some.Holder))).ThenRefused("CREDITS_NOT_SET_ASIDE");

    [Fact]
    public void A_closed_application_frees_what_was_kept_for_it_and_another_can_have_it() => _ledger
        .Given(Aside(First, 1, [One], freed: []), new CreditsReleased(First, Some.Holder, [One.Entry]))
        .When(it => Submit(it, Second, 1, One)).Then(Aside(Second, 1, [One], freed: []));

    [Fact]
    public void A_closing_that_overtakes_its_submission_keeps_nothing() => _ledger
        .Given(new CreditsReleased(First, Some.Holder, []))
        .When(it => Submit(it, First, 1, One)).ThenNothing();

    [Fact]
    public void A_spent_application_cannot_be_released() => _ledger
        .Given(Aside(First, 1, [One], freed: []), new CreditsSpent(First, Some.Holder, [One.Entry]))
        .When(it => ReleaseCredits.Decide(it, new(First, Some.Holder))).ThenNothing();

    private static Kernel.Decision Submit(CreditLedger ledger, ApplicationKey application, int round, params IReadOnlyList<CreditPosted> entries) =>
        Ask(ledger, application, round, [.. entries.Select(it => it.Entry)]);

    private static Kernel.Decision Ask(CreditLedger ledger, ApplicationKey application, int round, params IReadOnlyList<EntryId> entries) =>
        SetCreditsAside.Decide(ledger, new(application, Some.Holder, round, entries));

    private static CreditsSetAside Aside(ApplicationKey application, int round, CreditPosted[] entries, CreditPosted[] freed) =>
        new(application, round, Some.Holder, [.. entries.Select(it => it.Entry)], [.. freed.Select(it => it.Entry)]);

    private static CreditsFoundShort Short(ApplicationKey application, int round, CreditPosted entry) =>
        new(application, round, Some.Holder, [entry.Entry]);
}
