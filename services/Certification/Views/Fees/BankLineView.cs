using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;

namespace Mamis.Certification.Views.Fees;

/// <summary>The transfers of every payee without anything personal; who paid lies in a table beside (<see cref="BankLineTexts"/>).</summary>
public sealed class BankLineView : IInlineView
{
    private const string Take =
        """
        insert into bank_line (id, payee, amount, value_day, finding, application_id, status, taken_at)
        select id, payee, amount, value_day, finding, application_id, status, taken_at from rows
        """;

    private const string Move =
        """
        update bank_line l set status = r.status, application_id = coalesce(r.application_id, l.application_id),
            refund_due = coalesce(r.refund_due, case when r.refund_all then l.amount else l.refund_due end)
        from rows r where l.id = r.id
        """;

    public string Name => "bank_line";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["bank_line"];

    public string Schema =>
        """
        create table if not exists bank_line (
            id uuid primary key, payee text not null, amount integer not null, value_day date not null, finding text not null,
            application_id uuid, refund_due integer, status text not null, taken_at timestamptz not null);
        create index if not exists bank_line_payee on bank_line (payee, status, value_day);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var taken = events.SelectMany(e => e.Data is BankLineTaken it
            ? [new TakenRow(e.StreamId, it.Payee, it.Amount, it.ValueDay, it.Finding, it.Application, new BankLine().Evolve(it).Status, e.Timestamp)]
            : (TakenRow[])[]).ToArray();
        var moved = events.GroupBy(it => it.StreamId).Select(ChangeOf).Where(it => it.Status is not LineStatus.None).ToArray();

        return
        [
            .. taken is [] ? (Sql[])[] : [Sql.ForEach(Take, taken)],
            .. moved is [] ? (Sql[])[] : [Sql.ForEach(Move, moved)],
        ];
    }

    private static Change ChangeOf(IGrouping<Guid, StoredEvent> line) =>
        line.Aggregate(new Change(line.Key), static (change, e) => e.Data switch
        {
            BankLineAssigned it => change with { Status = new BankLine().Evolve(it).Status, ApplicationId = it.Application, RefundDue = it.RefundDue },
            BankLineRefundNoted => change with { Status = LineStatus.RefundDue, RefundAll = true },
            BankLineSetAside => change with { Status = LineStatus.SetAside },
            _ => change,
        });

    private sealed record TakenRow(
        Guid Id, string Payee, int Amount, DateOnly ValueDay, LineFinding Finding, ApplicationKey? ApplicationId, LineStatus Status, DateTimeOffset TakenAt);

    private sealed record Change(
        Guid Id, LineStatus Status = LineStatus.None, ApplicationKey? ApplicationId = null, int? RefundDue = null, bool RefundAll = false);
}
