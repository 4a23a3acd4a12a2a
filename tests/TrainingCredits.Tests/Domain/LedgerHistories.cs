using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>Random histories of one ledger: whatever is asked of it, in whatever order, its sums are those of its entries.</summary>
public sealed class LedgerHistories
{
    private const int Histories = 2_000;

    private static readonly ApplicationKey[] Applications = [.. Enumerable.Range(1, 3).Select(it => new ApplicationKey(DeterministicId.From("application", it)))];
    private static readonly EntryId[] Paper = [.. Enumerable.Range(1, 3).Select(it => new EntryId(DeterministicId.From("paper", it)))];
    private static readonly Session[] Sessions = [.. Enumerable.Range(1, 4).Select(it => Some.Session(it))];
    private static readonly EntryId[] Known = [.. Sessions.Select(it => EntryId.Of(it.Id, Some.Holder, it.Category)), .. Paper];

    /// <summary>Something that is asked of a ledger.</summary>
    public sealed record Asked(int What, int Which, int Application, int Round);

    /// <summary>No unit appears, disappears or serves twice: what was gained is free, kept or spent, and each application holds its own.</summary>
    [Property(MaxTest = Histories)]
    public Property Units_gained_are_free_or_kept_or_spent_and_never_in_two_places() => Prop.ForAll(History(40), history =>
    {
        var (ledger, events) = Run(history);
        var gained = events.OfType<CreditPosted>().Sum(it => it.Units)
            + events.OfType<PaperCreditVerified>().Sum(it => events.OfType<PaperCreditDeclared>().Single(one => one.Entry == it.Entry).Units);
        var counted = ledger.Entries.Values.Where(it => it.Status is EntryStatus.Posted or EntryStatus.SetAside or EntryStatus.Spent).ToArray();
        var held = counted.Where(it => it.HeldBy is not null).ToArray();

        Assert.Equal(gained, counted.Sum(it => it.Units));
        Assert.All(held, it => Assert.True(it.Status is EntryStatus.SetAside or EntryStatus.Spent));
        Assert.All(counted.Except(held), it => Assert.Equal(EntryStatus.Posted, it.Status));
        Assert.True(events.OfType<CreditsSpent>().SelectMany(it => it.Entries).GroupBy(it => it).All(it => it.Count() == 1));
    });

    /// <summary>Deciding twice is safe: a history in which everything is asked twice in a row ends the same.</summary>
    [Property(MaxTest = Histories)]
    public Property Asking_twice_is_asking_once() => Prop.ForAll(History(40), history =>
        Assert.Equivalent(Run(history).Events, Run([.. history.SelectMany(it => new[] { it, it })]).Events, strict: true));

    /// <summary>Attendance may be posted in any order: the ledger ends with the same entries.</summary>
    [Property(MaxTest = Histories)]
    public Property The_order_of_posting_does_not_matter() => Prop.ForAll(Shuffled(), posts =>
        Assert.Equal(Sorted(Run(posts.InOrder).Ledger), Sorted(Run([.. posts.Shuffled, .. posts.InOrder]).Ledger)));

    /// <summary>Nothing that a decision reads is lost on disk.</summary>
    [Property(MaxTest = Histories)]
    public Property The_state_is_the_same_from_the_stored_form_of_its_events() => Prop.ForAll(History(40), history =>
    {
        var (ledger, events) = Run(history);
        var catalog = new EventCatalog().Stream<CreditLedger>([.. events.Select(it => it.GetType()).Distinct()]);
        var read = events.Select(it => catalog.Write(it)).Select(it => catalog.Read(it.Alias, it.Json));

        Assert.Equal(Sorted(ledger), Sorted(read.Aggregate(new CreditLedger(), (it, e) => it.Evolve(e))));
    });

    private static Arbitrary<List<Asked>> History(int most) => (
        from count in Gen.Choose(0, most)
        from history in Asks(0, 7).ListOf(count)
        select history.ToList()).ToArbitrary();

    private static Arbitrary<(Asked[] InOrder, Asked[] Shuffled)> Shuffled() => (
        from posts in Asks(0, 1).ArrayOf(8)
        from shuffled in Gen.Shuffle(posts)
        select (posts, shuffled)).ToArbitrary();

    private static IEnumerable<LedgerEntry> Sorted(CreditLedger ledger) => ledger.Entries.Values.OrderBy(it => it.Id.Value);

    private static Gen<Asked> Asks(int first, int last) =>
        from what in Gen.Choose(first, last)
        from which in Gen.Choose(0, Known.Length - 1)
        from application in Gen.Choose(0, Applications.Length - 1)
        from round in Gen.Choose(1, 3)
        select new Asked(what, which, application, round);

    private static (CreditLedger Ledger, List<object> Events) Run(IEnumerable<Asked> history)
    {
        var ledger = new CreditLedger();
        var events = new List<object>();

        foreach (var decision in history.Select(it => Decide(ledger, it)))
        {
            ledger = decision.Events.Aggregate(ledger, (state, e) => state.Evolve(e));
            events.AddRange(decision.Events);
        }

        return (ledger, events);
    }

    private static Decision Decide(CreditLedger ledger, Asked it) => it.What switch
    {
        0 or 1 => PostCredit.Decide(ledger, Some.Credit(Sessions[it.Which % Sessions.Length])),
        2 => DeclarePaperCredit.Decide(ledger, new(
            Paper[it.Which % Paper.Length], Some.Holder, new(2024, 5, 1), Category.LifeField, Item: null, 1 + (it.Which % 3), "研修会", Mode.Onsite)),
        3 => VerifyPaperCredit.Decide(ledger, new(Paper[it.Which % Paper.Length], Some.Holder, Some.Clerk, "13-001")),
        4 => RefusePaperCredit.Decide(ledger, new(Paper[it.Which % Paper.Length], Some.Holder, Some.Clerk, "13-001")),
        5 => SetCreditsAside.Decide(ledger, new(Applications[it.Application], Some.Holder, it.Round, [Known[it.Which], Known[(it.Which + it.Round) % Known.Length]])),
        6 => SpendCredits.Decide(ledger, new(Applications[it.Application], Some.Holder)),
        _ => ReleaseCredits.Decide(ledger, new(Applications[it.Application], Some.Holder)),
    };
}
