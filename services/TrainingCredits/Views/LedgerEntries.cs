using Mamis.EventStore;

namespace Mamis.TrainingCredits.Views;

/// <summary>Every entry of every ledger as it stands, with its source. What a balance shows is the sum of these rows.</summary>
public sealed class LedgerEntries : IInlineView
{
    private const string Insert =
        """
        insert into ledger_entry (
            entry_id, physician_id, date, category, item, units, format, source, status, training_id, session_id, paper_training,
            role, mode, presence, list_id, list_row, posted_by, posted_at)
        select entry_id, physician_id, date, category, item, units, format, source, status, training_id, session_id, paper_training,
               role, mode, presence, list_id, list_row, posted_by, posted_at
        from rows
        """;

    private const string Change =
        "update ledger_entry e set status = r.status, held_by = r.held_by from rows r where e.entry_id = r.entry_id";

    public string Name => "ledger-entries";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["ledger_entry"];

    public string Schema =>
        """
        create table if not exists ledger_entry (
            entry_id       uuid        primary key,
            physician_id   uuid        not null,
            date           date        not null,
            category       text        not null,
            item           text        null,
            units          integer     not null,
            format         text        null,
            source         text        not null,
            status         text        not null,
            held_by        uuid        null,
            training_id    uuid        null,
            session_id     uuid        null,
            paper_training text        null,
            role           text        not null,
            mode           text        not null,
            presence       text        not null,
            list_id        uuid        null,
            list_row       integer     null,
            posted_by      uuid        not null,
            posted_at      timestamptz not null
        );

        create index if not exists ledger_entry_physician on ledger_entry (physician_id, date);
        create index if not exists ledger_entry_training on ledger_entry (training_id) where training_id is not null;
        create index if not exists ledger_entry_pending on ledger_entry (entry_id) where status = 'Pending';
        """;

    /// <remarks>What changes an entry several times in one run leaves only its last state, so order within the run is kept.</remarks>
    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var entered = events.Select(EntryChanges.Entered).OfType<EntryRow>().ToArray();
        var changed = events.SelectMany(EntryChanges.Changed).GroupBy(it => it.EntryId).Select(it => it.Last()).ToArray();

        if (entered.Length > 0)
        {
            yield return Sql.ForEach(Insert, entered);
        }

        if (changed.Length > 0)
        {
            yield return Sql.ForEach(Change, changed);
        }
    }
}
