namespace Mamis.EventStore.Tests.Domain;

/// <summary>An account as a reader sees it; the same columns inline and asynchronous, so that the two can be compared.</summary>
public sealed record AccountCard(Guid Id, decimal Balance, int Entries, bool IsOpen, DateOnly? Since, DateTimeOffset ChangedAt)
{
    public static string Schema(string table) =>
        $"""
        create table if not exists {table} (
            id uuid primary key, balance numeric not null, entries integer not null, is_open boolean not null,
            since date, changed_at timestamptz not null);
        create index if not exists {table}_changed on {table} (changed_at);
        """;

    public static Sql Project(string table, IReadOnlyList<StoredEvent> events) => Sql.ForEach(
        $"""
        insert into {table} as t (id, balance, entries, is_open, since, changed_at)
        select id, units, entries, opened - closed > 0, since, changed_at from rows order by id
        on conflict (id) do update set
            balance = t.balance + excluded.balance, entries = t.entries + excluded.entries,
            is_open = t.is_open::int + (select opened - closed from rows where rows.id = t.id) > 0,
            since = coalesce(excluded.since, t.since), changed_at = excluded.changed_at
        """,
        events.GroupBy(it => it.StreamId).Select(Change.Of));

    /// <summary>What one run of events changes on one card.</summary>
    private sealed record Change(Guid Id, decimal Units, int Entries, int Opened, int Closed, DateOnly? Since, DateTimeOffset ChangedAt)
    {
        public static Change Of(IGrouping<Guid, StoredEvent> events)
        {
            var data = events.Select(it => it.Data).ToArray();
            var posted = data.OfType<UnitsPosted>().ToArray();
            var opened = data.OfType<AccountOpened>().ToArray();

            return new(
                events.Key, posted.Sum(it => it.Units), posted.Length, opened.Length, data.OfType<AccountClosed>().Count(),
                opened.LastOrDefault()?.Since, events.Last().Timestamp);
        }
    }
}

/// <summary>Written in the transaction of the events.</summary>
public sealed class AccountCards : IInlineView
{
    public string Name => "account-cards";

    public int Version => 1;

    public string Schema => AccountCard.Schema("account_cards");

    public IReadOnlyList<string> Tables => ["account_cards"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => [AccountCard.Project("account_cards", events)];
}

/// <summary>Written a moment later.</summary>
public sealed class LateAccountCards : IAsyncView
{
    public string Name => "late-account-cards";

    public int Version => 1;

    public string Schema => AccountCard.Schema("late_account_cards");

    public IReadOnlyList<string> Tables => ["late_account_cards"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => [AccountCard.Project("late_account_cards", events)];
}

/// <summary>Sums shared by all streams, written in the order of the events: two appends can deadlock on its two rows.</summary>
public sealed class KindTotals : IInlineView
{
    public string Name => "kind-totals";

    public int Version => 1;

    public string Schema => "create table if not exists kind_totals (kind text primary key, units numeric not null)";

    public IReadOnlyList<string> Tables => ["kind_totals"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => events
        .Select(it => it.Data).OfType<UnitsPosted>().GroupBy(it => it.Kind)
        .Select(it => Sql.For(
            """
            insert into kind_totals as t (kind, units) select kind, units from rows
            on conflict (kind) do update set units = t.units + excluded.units
            """,
            new { Kind = it.Key, Units = it.Sum(posted => posted.Units) }));
}
