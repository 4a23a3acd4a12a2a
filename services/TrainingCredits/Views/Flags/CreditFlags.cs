using Mamis.EventStore;
using Mamis.TrainingCredits.Domain.Flags;

namespace Mamis.TrainingCredits.Views.Flags;

/// <summary>Flags as lists and pages show them, with the sessions by which each desk finds its own.</summary>
public sealed class CreditFlags : IInlineView
{
    private const string Raise =
        """
        insert into credit_flag (flag_id, kind, status, verdict, physician_id, list_id, day, much, fitting, raised_at)
        select flag_id, kind, 'Open', null, physician_id, list_id, day, much, fitting, raised_at from rows
        on conflict (flag_id) do update set status = excluded.status, verdict = null, much = excluded.much, fitting = excluded.fitting, raised_at = excluded.raised_at
        """;

    private const string Attach = "insert into flag_session (flag_id, training_id, session_id) select flag_id, training_id, session_id from rows on conflict do nothing";

    private const string Settle = "update credit_flag f set status = 'Settled', verdict = r.verdict from rows r where f.flag_id = r.flag_id";

    public string Name => "credit-flags";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["credit_flag", "flag_session"];

    public string Schema =>
        """
        create table if not exists credit_flag (
            flag_id      uuid        primary key,
            kind         text        not null,
            status       text        not null,
            verdict      text        null,
            -- Null where it is about nobody who attended.
            physician_id uuid        null,
            list_id      uuid        null,
            day          date        not null,
            -- Minutes at both places, minutes credited, or rows added.
            much         integer     not null,
            -- Minutes of presence that the credited ones exceed.
            fitting      integer     null,
            raised_at    timestamptz not null
        );

        create index if not exists credit_flag_waiting on credit_flag (status, raised_at, flag_id);

        create table if not exists flag_session (
            flag_id     uuid not null,
            training_id uuid not null,
            session_id  uuid not null,
            primary key (flag_id, session_id)
        );
        """;

    /// <remarks>A flag may be settled and raised again: within a run its last event says whether it is settled.</remarks>
    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var flags = events.Where(it => it.Data is FlagRaised or FlagSettled).GroupBy(it => it.StreamId).ToArray();
        var raised = flags.Select(it => it.LastOrDefault(e => e.Data is FlagRaised)).Select(RowOf).OfType<Row>().ToArray();
        var sessions = events.SelectMany(SessionsOf).Distinct().ToArray();
        var settled = flags.Select(it => it.Last()).Select(Settled).OfType<VerdictRow>().ToArray();

        if (raised.Length > 0)
        {
            yield return Sql.ForEach(Raise, raised);
            yield return Sql.ForEach(Attach, sessions);
        }

        if (settled.Length > 0)
        {
            yield return Sql.ForEach(Settle, settled);
        }
    }

    private static Row? RowOf(StoredEvent? e) => e?.Data switch
    {
        TwoPlacesFlagged it => new(e.StreamId, FlagKind.TwoPlaces, it.Physician.Value, ListId: null, it.Day, it.Minutes, Fitting: null, e.Timestamp),
        UnitsFlagged it => new(e.StreamId, FlagKind.UnitsOverHours, it.Physician.Value, ListId: null, it.Day, it.Units, it.Present, e.Timestamp),
        DesignationFlagged it => new(e.StreamId, FlagKind.UnitsOverHours, PhysicianId: null, ListId: null, it.Day, it.Units, it.Lasting, e.Timestamp),
        ListFlagged it => new(e.StreamId, FlagKind.ListGrew, PhysicianId: null, it.List.Value, it.Day, it.Rows, Fitting: null, e.Timestamp),
        _ => null,
    };

    private static IEnumerable<SessionRow> SessionsOf(StoredEvent e) =>
        e.Data is FlagRaised it ? it.Sessions.Select(one => new SessionRow(e.StreamId, one.Training.Value, one.Session.Value)) : [];

    private static VerdictRow? Settled(StoredEvent e) => e.Data is FlagSettled it ? new(e.StreamId, it.Verdict) : null;

    private sealed record Row(
        Guid FlagId, FlagKind Kind, Guid? PhysicianId, Guid? ListId, DateOnly Day, int Much, int? Fitting, DateTimeOffset RaisedAt);

    private sealed record SessionRow(Guid FlagId, Guid TrainingId, Guid SessionId);

    private sealed record VerdictRow(Guid FlagId, FlagVerdict Verdict);
}
