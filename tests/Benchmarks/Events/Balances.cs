using Mamis.EventStore;

namespace Mamis.Benchmarks.Events;

/// <summary>The inline view of the measurements: what stands in each ledger.</summary>
public sealed class Balances : IInlineView
{
    public string Name => "balances";

    public int Version => 1;

    public string Schema => "create table balances (id uuid primary key, units integer not null, entries integer not null, last date not null)";

    public IReadOnlyList<string> Tables => ["balances"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) =>
    [
        Sql.ForEach(
            """
            insert into balances as b (id, units, entries, last) select id, units, entries, last from rows order by id
            on conflict (id) do update set
                units = b.units + excluded.units, entries = b.entries + excluded.entries, last = greatest(b.last, excluded.last)
            """,
            events.GroupBy(it => it.StreamId).Select(Change)),
    ];

    private static Row Change(IGrouping<Guid, StoredEvent> events)
    {
        var credits = events.Select(it => it.Data).OfType<Credited>().ToArray();
        return new(events.Key, credits.Sum(it => it.Units), credits.Length, credits.Max(it => it.Date));
    }

    private sealed record Row(Guid Id, int Units, int Entries, DateOnly Last);
}
