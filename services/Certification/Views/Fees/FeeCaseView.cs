using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Views.Fees;

/// <summary>What each application owes to whom, found by the numbers that payers and clerks write.</summary>
public sealed class FeeCaseView : IInlineView
{
    private const string Submit =
        """
        insert into fee_case (application_id, physician_id, receipt_number, reference, payee, fee)
        select distinct on (id) id, applicant, receipt_number, reference, payee, fee from rows order by id, version desc
        on conflict (application_id) do update set fee = excluded.fee
        """;

    private const string Move =
        """
        update fee_case c set received = case when r.afresh then 0 else c.received end + r.received,
            settled = coalesce(r.settled, c.settled), over = c.over or r.over
        from rows r where c.application_id = r.id
        """;

    public string Name => "fee_case";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["fee_case"];

    public string Schema =>
        """
        create table if not exists fee_case (
            application_id uuid primary key, physician_id uuid not null, receipt_number text not null, reference text not null,
            payee text not null, fee integer not null, received integer not null default 0,
            settled boolean not null default false, over boolean not null default false);
        create index if not exists fee_case_reference on fee_case (payee, reference);
        create index if not exists fee_case_owing on fee_case (payee, (fee - received)) where not settled and not over;
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var submitted = events.SelectMany(e => e.Data is ApplicationSubmitted it
            ? [SubmittedRow.Of(e, it)] : (SubmittedRow[])[]).ToArray();
        var changes = events.GroupBy(it => it.StreamId).Select(ChangeOf).Where(it => it != new Change(it.Id)).ToArray();

        return
        [
            .. submitted is [] ? (Sql[])[] : [Sql.ForEach(Submit, submitted)],
            .. changes is [] ? (Sql[])[] : [Sql.ForEach(Move, changes)],
        ];
    }

    private static Change ChangeOf(IGrouping<Guid, StoredEvent> application) =>
        application.Aggregate(new Change(application.Key), static (change, e) => e.Data switch
        {
            FeePartRecorded it => change with { Received = change.Received + it.Amount },
            FeeRecorded it => change with { Received = change.Received + it.Amount, Settled = true },
            FeeWaived => change with { Settled = true },
            FeeRefunded => change with { Afresh = true, Received = 0, Settled = false },
            ApplicationGranted or ApplicationRejected or ApplicationWithdrawn => change with { Over = true },
            _ => change,
        });

    private sealed record SubmittedRow(Guid Id, long Version, PhysicianId Applicant, string ReceiptNumber, string Reference, string Payee, int Fee)
    {
        public static SubmittedRow Of(StoredEvent e, ApplicationSubmitted it) => new(
            e.StreamId, e.Version, it.Applicant, it.ReceiptNumber, TransferReference.Of(new(e.StreamId)).Digits, it.Desks[0], it.Fee);
    }

    /// <param name="Afresh">What came before was refunded.</param>
    /// <param name="Settled">Null where the run says nothing of it.</param>
    private sealed record Change(Guid Id, bool Afresh = false, int Received = 0, bool? Settled = null, bool Over = false);
}
