using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Views.ForNotices;

/// <summary>What has come to the first desk of every application under way, and since when it lies there; over is over.</summary>
public sealed class AwaitedReceiptsView : IInlineView
{
    private const string Submit =
        """
        insert into awaited_receipt (application_id, physician_id, scheme, original_required)
        select distinct on (id) id, applicant, scheme, original_required from rows order by id, version desc
        on conflict (application_id) do update set original_required = excluded.original_required
        """;

    private const string Move =
        """
        update awaited_receipt a
        set fee_paid = coalesce(r.fee_paid, a.fee_paid), original_received = a.original_received or r.original_received,
            desk = case when r.moved then r.desk else a.desk end, since = case when r.moved then r.since else a.since end
        from rows r where a.application_id = r.id
        """;

    private const string End = "delete from awaited_receipt a using rows r where a.application_id = r.id and r.over";

    public string Name => "awaited_receipt";

    public int Version => 2;

    public IReadOnlyList<string> Tables => ["awaited_receipt"];

    public string Schema =>
        """
        create table if not exists awaited_receipt (
            application_id uuid primary key, physician_id uuid not null, scheme text not null, original_required boolean not null,
            fee_paid boolean not null default false, original_received boolean not null default false, desk text, since date);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var submitted = events.SelectMany(e => e.Data is ApplicationSubmitted it
            ? [new SubmittedRow(e.StreamId, e.Version, it.Applicant, it.Scheme, it.PaperOriginalRequired)] : (SubmittedRow[])[]).ToArray();
        var changes = events.GroupBy(it => it.StreamId).Select(ChangeOf).Where(it => it != new Change(it.Id)).ToArray();

        return
        [
            .. submitted is [] ? (Sql[])[] : [Sql.ForEach(Submit, submitted)],
            .. changes is [] ? (Sql[])[] : [Sql.ForEach(Move, changes), Sql.ForEach(End, changes)],
        ];
    }

    private static Change ChangeOf(IGrouping<Guid, StoredEvent> application) =>
        application.Aggregate(new Change(application.Key), static (change, e) => e.Data switch
        {
            ApplicationAdmitted it => change with { Moved = true, Desk = it.Desk, Since = BusinessCalendar.DayOf(e.Timestamp) },
            FeeRecorded or FeeWaived => change with { FeePaid = true },
            FeeRefunded => change with { FeePaid = false },
            PaperOriginalReceived => change with { OriginalReceived = true },
            ApplicationApproved or ApplicationReturned => change with { Moved = true, Desk = null, Since = null },
            ApplicationGranted or ApplicationRejected or ApplicationWithdrawn => change with { Over = true },
            _ => change,
        });

    private sealed record SubmittedRow(Guid Id, long Version, PhysicianId Applicant, Scheme Scheme, bool OriginalRequired);

    /// <param name="FeePaid">Paid or waived; null where the run says nothing of it.</param>
    /// <param name="Moved">It came to the first desk, or left it.</param>
    private sealed record Change(
        Guid Id, bool? FeePaid = null, bool OriginalReceived = false, bool Moved = false, string? Desk = null, DateOnly? Since = null, bool Over = false);
}
