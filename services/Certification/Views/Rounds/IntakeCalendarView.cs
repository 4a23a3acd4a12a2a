using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Views.Rounds;

/// <summary>The calendar as rows: every round, and the days of every association that set its own.</summary>
public sealed class IntakeCalendarView : IInlineView
{
    private const string Plan =
        """
        insert into intake_round (id, scheme, fiscal_year, number, deadline)
        select id, scheme, fiscal_year, number, deadline from rows on conflict (id) do nothing
        """;

    private const string Move =
        """
        update intake_round i set deadline = r.deadline
        from (select distinct on (id) * from rows order by id, version desc) r where i.id = r.id
        """;

    private const string Set =
        """
        insert into intake_window (round_id, association, opens, closes)
        select distinct on (id, association) id, association, opens, closes from rows order by id, association, version desc
        on conflict (round_id, association) do update set opens = excluded.opens, closes = excluded.closes
        """;

    private const string Withdraw = "update intake_round i set withdrawn = true from rows r where i.id = r.id";

    public string Name => "intake_calendar";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["intake_round", "intake_window"];

    public string Schema =>
        """
        create table if not exists intake_round (
            id uuid primary key, scheme text not null, fiscal_year integer not null, number integer not null, deadline date not null,
            withdrawn boolean not null default false);
        create table if not exists intake_window (
            round_id uuid not null, association text not null, opens date, closes date not null, primary key (round_id, association));
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var planned = Rows(events, static e => e.Data is IntakeRoundPlanned it ? new PlannedRow(e.StreamId, it.Scheme, it.FiscalYear, it.Number, it.Deadline) : null);
        var moved = Rows(events, static e => e.Data is IntakeRoundMoved it ? new MovedRow(e.StreamId, e.Version, it.Deadline) : null);
        var set = Rows(events, static e => e.Data is DeskIntakeSet it ? new SetRow(e.StreamId, e.Version, it.Association, it.Opens, it.Closes) : null);
        var withdrawn = Rows(events, static e => e.Data is IntakeRoundWithdrawn ? new WithdrawnRow(e.StreamId) : null);

        return
        [
            .. planned is [] ? (Sql[])[] : [Sql.ForEach(Plan, planned)],
            .. moved is [] ? (Sql[])[] : [Sql.ForEach(Move, moved)],
            .. set is [] ? (Sql[])[] : [Sql.ForEach(Set, set)],
            .. withdrawn is [] ? (Sql[])[] : [Sql.ForEach(Withdraw, withdrawn)],
        ];
    }

    private static TRow[] Rows<TRow>(IReadOnlyList<StoredEvent> events, Func<StoredEvent, TRow?> rowOf)
        where TRow : class => [.. events.Select(rowOf).OfType<TRow>()];

    private sealed record PlannedRow(Guid Id, Scheme Scheme, int FiscalYear, int Number, DateOnly Deadline);

    private sealed record MovedRow(Guid Id, long Version, DateOnly Deadline);

    private sealed record SetRow(Guid Id, long Version, string Association, DateOnly? Opens, DateOnly Closes);

    private sealed record WithdrawnRow(Guid Id);
}
