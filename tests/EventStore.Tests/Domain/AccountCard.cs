namespace Mamis.EventStore.Tests.Domain;

/// <summary>An account as a reader sees it; the same columns inline and asynchronous, so that the two can be compared.</summary>
public sealed record AccountCard(Guid Id, decimal Balance, int Entries, bool IsOpen, DateOnly? Since, DateTimeOffset ChangedAt)
{
    /// <summary>What one run of events adds to one account.</summary>
    private sealed record Change(Guid Id, decimal Units, int Entries, bool? IsOpen, DateOnly? Since, DateTimeOffset ChangedAt);

    public static string Table(string name) =>
        $"""
        create table if not exists {name} (
            id uuid primary key, balance numeric not null, entries integer not null, is_open boolean not null,
            since date, changed_at timestamptz not null);
        create index if not exists {name}_changed on {name} (changed_at);
        """;

    public static IEnumerable<Sql> Project(string table, IReadOnlyList<StoredEvent> events) =>
    [
        Sql.ForEach(
            $"""
            insert into {table} as t (id, balance, entries, is_open, since, changed_at)
            select id, units, entries, coalesce(is_open, false), since, changed_at from rows order by id
            on conflict (id) do update set
                balance = t.balance + excluded.balance, entries = t.entries + excluded.entries,
                is_open = coalesce((select r.is_open from rows r where r.id = t.id), t.is_open),
                since = coalesce(excluded.since, t.since), changed_at = excluded.changed_at
            """,
            events.GroupBy(it => it.StreamId).Select(Sum)),
    ];

    private static Change Sum(IGrouping<Guid, StoredEvent> events)
    {
        var posted = events.Select(it => it.Data).OfType<UnitsPosted>().ToArray();
        var opened = events.Select(it => it.Data).OfType<AccountOpened>().LastOrDefault();
        bool? open = events.Any(it => it.Data is AccountClosed) ? false : opened is null ? null : true;

        return new(events.Key, posted.Sum(it => it.Units), posted.Length, open, opened?.Since, events.Last().Timestamp);
    }
}

/// <summary>Written in the transaction of the events.</summary>
public sealed class AccountCards : IInlineView
{
    public string Name => "account-cards";

    public int Version => 1;

    public string Schema => AccountCard.Table("account_cards");

    public IReadOnlyList<string> Tables => ["account_cards"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => AccountCard.Project("account_cards", events);
}

/// <summary>Written a moment later.</summary>
public sealed class LateAccountCards : IAsyncView
{
    public string Name => "late-account-cards";

    public int Version => 1;

    public string Schema => AccountCard.Table("late_account_cards");

    public IReadOnlyList<string> Tables => ["late_account_cards"];

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => AccountCard.Project("late_account_cards", events);
}
