using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>Random histories of one ledger: whatever is asked of it, in whatever order, its sums are those of its entries.</summary>
public sealed class LedgerHistories
{
    private const int Histories = 10_000;

    private static readonly ApplicationKey[] Applications = [.. Enumerable.Range(1, 3).Select(it => new ApplicationKey(DeterministicId.From("application", it)))];
    private static readonly EntryId[] Paper = [.. Enumerable.Range(1, 3).Select(it => new EntryId(DeterministicId.From("paper", it)))];
    private static readonly Session[] Sessions = [.. Enumerable.Range(1, 4).Select(it => Some.Session(it))];
    private static readonly Session Fresh = Some.Session(9);
    private static readonly DateOnly FirstDay = new(2026, 1, 1);
    private static readonly EntryId[] Known = [.. Sessions.Select(it => EntryId.Of(it.Id, Some.Holder, it.Category)).SelectMany(it => new[] { it, it.Next() }), .. Paper];

    /// <summary>Something that is asked of a ledger.</summary>
    public sealed record Asked(int What, int Which, int Application, int Round);

    /// <summary>No unit appears, disappears or serves twice: what was gained is free, kept or spent, and each application holds its own.</summary>
    [Property(MaxTest = Histories)]
    public Property Units_gained_are_free_or_kept_or_spent_and_never_in_two_places() => Prop.ForAll(History(40), history =>
    {
        var (ledger, events) = Run(history);
        var gained = events.OfType<CreditPosted>().Sum(it => it.Units)
            + events.OfType<PaperCreditVerified>().Sum(it => events.OfType<PaperCreditDeclared>().Single(one => one.Entry == it.Entry).Units);
        var takenBack = events.OfType<CreditWithdrawn>().Sum(it => ledger.Find(it.Entry)?.Units ?? 0);
        var counted = ledger.Entries.Values.Where(it => it.Status is EntryStatus.Posted or EntryStatus.SetAside or EntryStatus.Spent).ToArray();
        var held = counted.Where(it => it.HeldBy is not null).ToArray();

        Assert.Equal(gained - takenBack, counted.Sum(it => it.Units));
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

    /// <summary>A list needs no more of a ledger than what is about its sessions, with all their corrections.</summary>
    [Property(MaxTest = Histories)]
    public Property A_list_is_judged_alike_on_the_whole_ledger_and_on_what_is_about_its_sessions() => Prop.ForAll(History(40), history =>
    {
        var (ledger, _) = Run(history);
        var part = ledger.Of(Sessions[..2], Some.Holder);
        var other = new Attending(AttendanceRole.Lecturer, Mode.Onsite, Presence.Full);

        Assert.All(
            from session in Sessions[..2] from attending in new[] { Some.Attending, other } select Some.Credit(session, attending),
            it => Assert.Equivalent(PostCredit.Decide(ledger, it), PostCredit.Decide(part, it), strict: true));
        Assert.DoesNotContain(Sessions[2..], it => part.Latest(it, Some.Holder).Count > 0);
    });

    /// <summary>Nothing that a decision reads is lost on disk.</summary>
    [Property(MaxTest = Histories)]
    public Property The_state_is_the_same_from_the_stored_form_of_its_events() => Prop.ForAll(History(40), history =>
    {
        var (ledger, events) = Run(history);
        var catalog = new EventCatalog().Stream<CreditLedger>([.. events.Select(it => it.GetType()).Distinct()]);
        var read = events.Select(it => catalog.Write(it)).Select(it => catalog.Read(it.Alias, it.Json));

        Assert.Equal(Sorted(ledger), Sorted(read.Aggregate(new CreditLedger(), (it, e) => it.Evolve(e))));
    });

    /// <summary>What the page shows is what decisions see: same entries, same states, and sums of nothing but these.</summary>
    [Property(MaxTest = Histories)]
    public Property The_page_is_the_sum_of_its_lines_and_the_lines_are_the_ledger() => Prop.ForAll(History(40), history =>
    {
        var (ledger, events) = Run(history);
        var page = LedgerPage.Of(Some.Holder.Value, asKnownOn: null, Stored(events));

        Assert.Equal(
            Sorted(ledger).Select(it => (it.Id.Value, it.Status, it.Units, it.HeldBy?.Value)),
            page.Entries.OrderBy(it => it.EntryId).Select(it => (it.EntryId, it.Status, it.Units, it.HeldBy)));
        Assert.Equal(page.Entries.Where(it => it.Status is EntryStatus.Posted or EntryStatus.SetAside or EntryStatus.Spent).Sum(it => it.Units), page.Totals.Sum(it => it.Units));
        Assert.All(page.Totals, it => Assert.Equal(it.Units, it.Free + it.SetAside + it.Spent));
        Assert.Equal(page.Entries.Count, page.Entries.Select(it => it.EntryId).Distinct().Count());
    });

    /// <summary>What was known on a day is what the ledger said on that day, whatever came later.</summary>
    [Property(MaxTest = Histories)]
    public Property A_ledger_as_known_on_a_day_is_the_ledger_of_that_day() => Prop.ForAll(History(40), Gen.Choose(0, 40).ToArbitrary(), (history, days) =>
    {
        var stored = Stored(Run(history).Events);
        var then = FirstDay.AddDays(days);
        var onTheDay = LedgerPage.Of(Some.Holder.Value, asKnownOn: null, [.. stored.Take(days + 1)]);

        Assert.Equivalent(onTheDay with { AsKnownOn = then }, LedgerPage.Of(Some.Holder.Value, then, stored), strict: true);
    });

    /// <summary>A reversal restores the state exactly: the sums are those from before the attendance, and nothing else has moved.</summary>
    [Property(MaxTest = Histories)]
    public Property A_withdrawal_leaves_the_sums_as_if_nothing_had_been_posted() => Prop.ForAll(History(20), history =>
    {
        var (before, events) = Run(history);
        var posted = PostCredit.Decide(before, Some.Credit(Fresh));
        var after = posted.Events.Aggregate(before, (it, e) => it.Evolve(e));
        var withdrawn = WithdrawAttendance.Decide(after, new(Some.Holder, Fresh, Some.Clerk));

        Assert.Equal(
            LedgerPage.Of(Some.Holder.Value, asKnownOn: null, Stored(events)).Totals.Where(it => it.Units + it.Pending > 0),
            LedgerPage.Of(Some.Holder.Value, asKnownOn: null, Stored([.. events, .. posted.Events, .. withdrawn.Events])).Totals.Where(it => it.Units + it.Pending > 0));
        Assert.Equal(
            Sorted(before), Sorted(withdrawn.Events.Aggregate(after, (it, e) => it.Evolve(e))).Where(it => it.Status is not EntryStatus.Withdrawn || before.Find(it.Id) is not null));
    });

    /// <summary>The events as a store would hand them out, one a day.</summary>
    private static StoredEvent[] Stored(IReadOnlyList<object> events) =>
    [
        .. events.Select((it, i) => new StoredEvent
        {
            Id = DeterministicId.From("event", i),
            StreamId = Some.Holder.Value,
            Version = i + 1,
            Timestamp = BusinessCalendar.StartOf(FirstDay.AddDays(i)),
            Data = it,
        }),
    ];

    private static Arbitrary<List<Asked>> History(int most) => (
        from count in Gen.Choose(0, most)
        from history in Asks(0, 9).ListOf(count)
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
        7 => WithdrawAttendance.Decide(ledger, new(Some.Holder, Sessions[it.Which % Sessions.Length], Some.Clerk)),
        8 => CorrectAttendance.Decide(ledger, new(
            new(Some.Holder, Some.TrainingId, Sessions[it.Which % Sessions.Length], Some.List, Row: 1),
            Some.Attending with { Presence = it.Round == 1 ? Presence.Full : Presence.Partial },
            Some.Clerk)),
        _ => ReleaseCredits.Decide(ledger, new(Applications[it.Application], Some.Holder)),
    };
}
