using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

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
        var entered = events.Select(Entered).OfType<Row>().ToArray();
        var changed = events.SelectMany(Changed).GroupBy(it => it.EntryId).Select(it => it.Last()).ToArray();

        if (entered.Length > 0)
        {
            yield return Sql.ForEach(Insert, entered);
        }

        if (changed.Length > 0)
        {
            yield return Sql.ForEach(Change, changed);
        }
    }

    private static Row? Entered(StoredEvent e) => e.Data switch
    {
        CreditPosted it => new(
            it.Entry, it.Holder.Value, it.Date, it.Category, it.Item, it.Units, it.Format, EntrySource.Mamis, EntryStatus.Posted,
            it.Training.Value, it.Session.Value, null, it.Role, it.Mode, it.Presence, it.List.Value, it.Row, it.PostedBy.Value, e.Timestamp),
        PaperCreditDeclared it => new(
            it.Entry, it.Holder.Value, it.Date, it.Category, it.Item, it.Units, null, EntrySource.Paper, EntryStatus.Pending,
            null, null, it.Training, AttendanceRole.Attendee, it.Mode, Presence.Full, null, null, it.Holder.Value, e.Timestamp),
        _ => null,
    };

    private static IEnumerable<State> Changed(StoredEvent e) => e.Data switch
    {
        PaperCreditVerified it => [new(it.Entry, EntryStatus.Posted, HeldBy: null)],
        PaperCreditRefused it => [new(it.Entry, EntryStatus.Refused, HeldBy: null)],
        CreditsSetAside it => [.. it.Freed.Select(Free), .. it.Entries.Select(id => new State(id, EntryStatus.SetAside, it.Application))],
        CreditsSpent it => it.Entries.Select(id => new State(id, EntryStatus.Spent, it.Application)),
        CreditsReleased it => it.Entries.Select(Free),
        _ => [],
    };

    private static State Free(EntryId entry) => new(entry, EntryStatus.Posted, HeldBy: null);

    private sealed record State(EntryId EntryId, EntryStatus Status, ApplicationKey? HeldBy);

    private sealed record Row(
        EntryId EntryId, Guid PhysicianId, DateOnly Date, Category Category, string? Item, int Units, TrainingFormat? Format,
        EntrySource Source, EntryStatus Status, Guid? TrainingId, Guid? SessionId, string? PaperTraining, AttendanceRole Role, Mode Mode,
        Presence Presence, Guid? ListId, int? ListRow, Guid PostedBy, DateTimeOffset PostedAt);
}
