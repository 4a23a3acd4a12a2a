using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;

namespace Mamis.Certification.Views.Suspensions;

/// <summary>Every suspension there ever was, with the days it holds as they were last decided.</summary>
public sealed class SuspensionView : IInlineView
{
    private const string Begin =
        """
        insert into certificate_suspension (certificate_id, version, from_day, until_day, decided_at, remark_id)
        select id, version, from_day, until_day, at, remark from rows
        """;

    // Lifted is the latest suspension before it in the stream, and of several days the last one that was decided holds.
    private const string End =
        """
        update certificate_suspension s set until_day = e.until_day, lifted_at = e.at, lift_remark_id = e.remark
        from (
            select distinct on (r.id, b.version) r.id, b.version, r.until_day, r.at, r.remark
            from rows r cross join lateral (
                select max(l.version) as version from certificate_suspension l where l.certificate_id = r.id and l.version < r.version) b
            order by r.id, b.version, r.version desc) e
        where s.certificate_id = e.id and s.version = e.version
        """;

    public string Name => "certificate_suspension";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["certificate_suspension"];

    public string Schema =>
        """
        create table if not exists certificate_suspension (
            certificate_id uuid not null, version bigint not null, from_day date not null, until_day date,
            decided_at timestamptz not null, remark_id uuid not null, lifted_at timestamptz, lift_remark_id uuid,
            primary key (certificate_id, version));
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var begun = events.SelectMany(e => e.Data is CertificateSuspended it
            ? [new Row(e.StreamId, e.Version, it.From, it.Until, e.Timestamp, it.Remark.Value)] : (Row[])[]).ToArray();
        var ended = events.SelectMany(e => e.Data is CertificateReinstated it
            ? [new Row(e.StreamId, e.Version, it.HeldFrom, it.HeldFrom.AddDays(-1), e.Timestamp, it.Remark.Value)] : (Row[])[]).ToArray();

        return
        [
            .. begun is [] ? (Sql[])[] : [Sql.ForEach(Begin, begun)],
            .. ended is [] ? (Sql[])[] : [Sql.ForEach(End, ended)],
        ];
    }

    private sealed record Row(Guid Id, long Version, DateOnly FromDay, DateOnly? UntilDay, DateTimeOffset At, Guid Remark);
}
