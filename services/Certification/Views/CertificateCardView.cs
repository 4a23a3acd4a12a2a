using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>The latest term of each certificate and, beside it, every term there ever was.</summary>
public sealed class CertificateCardView : IInlineView
{
    private const string KeepTerm =
        """
        insert into certificate_term (certificate_id, version, number, valid_from, valid_to, began_at)
        select id, version, number, valid_from, valid_to, at from rows
        """;

    private const string ShowLatest =
        """
        insert into certificate_card (id, physician_id, scheme, number, valid_from, valid_to)
        select distinct on (id) id, holder, scheme, number, valid_from, valid_to from rows order by id, version desc
        on conflict (id) do update set
            number = excluded.number, valid_from = excluded.valid_from, valid_to = excluded.valid_to, grace_until = null
        """;

    private const string ShowGrace =
        """
        update certificate_card c set grace_until = r.until
        from rows r where c.id = r.id
            and not exists (select 1 from certificate_term t where t.certificate_id = r.id and t.version > r.version)
        """;

    public string Name => "certificate_card";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["certificate_card", "certificate_term"];

    public string Schema =>
        """
        create table if not exists certificate_card (
            id uuid primary key, physician_id uuid not null, scheme text not null, number text not null,
            valid_from date not null, valid_to date not null, grace_until date);
        create index if not exists certificate_card_physician on certificate_card (physician_id);
        create index if not exists certificate_card_number on certificate_card (number);
        create table if not exists certificate_term (
            certificate_id uuid not null, version bigint not null, number text not null,
            valid_from date not null, valid_to date not null, began_at timestamptz not null,
            primary key (certificate_id, version));
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var terms = events.Select(TermOf).OfType<TermRow>().ToArray();
        var graces = events.Select(GraceOf).OfType<GraceRow>().ToArray();

        return
        [
            .. terms is [] ? (Sql[])[] : [Sql.ForEach(KeepTerm, terms), Sql.ForEach(ShowLatest, terms)],
            .. graces is [] ? (Sql[])[] : [Sql.ForEach(ShowGrace, graces)],
        ];
    }

    private static TermRow? TermOf(StoredEvent e) => e.Data switch
    {
        CertificateTakenOver it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        CertificateIssued it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        CertificateRenewed it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        _ => null,
    };

    private static GraceRow? GraceOf(StoredEvent e) => e.Data is GraceGranted it ? new(e.StreamId, e.Version, it.Until) : null;

    private sealed record TermRow(
        Guid Id, long Version, PhysicianId Holder, Scheme Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, DateTimeOffset At);

    private sealed record GraceRow(Guid Id, long Version, DateOnly Until);
}
