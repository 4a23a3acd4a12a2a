using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
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
            number = excluded.number, valid_from = excluded.valid_from, valid_to = excluded.valid_to, grace_until = null, lapsed_on = null, loss_ground = null, loss_ahead = false
        """;

    // What happened after the end of a term belongs to the term before it in the stream, and to the card while no later one has begun.
    private const string EndTerm =
        """
        update certificate_term t set lapsed_on = r.lapsed_on, loss_ground = r.ground, loss_remark = case r.ground when 'StruckOff' then coalesce(r.remark, t.loss_remark) end
        from rows r where t.certificate_id = r.id
            and t.version = (select max(l.version) from certificate_term l where l.certificate_id = r.id and l.version < r.version)
        """;

    private const string ShowEnd =
        """
        update certificate_card c set grace_until = coalesce(r.until, c.grace_until), lapsed_on = r.lapsed_on, loss_ground = r.ground, loss_ahead = r.ahead
        from rows r where c.id = r.id
            and not exists (select from certificate_term t where t.certificate_id = r.id and t.version > r.version)
        """;

    public string Name => "certificate_card";

    public int Version => 4;

    public IReadOnlyList<string> Tables => ["certificate_card", "certificate_term"];

    public string Schema =>
        """
        create table if not exists certificate_card (
            id uuid primary key, physician_id uuid not null, scheme text not null, number text not null,
            valid_from date not null, valid_to date not null, grace_until date, lapsed_on date,
            loss_ground text, loss_ahead boolean not null default false);
        create index if not exists certificate_card_physician on certificate_card (physician_id);
        create index if not exists certificate_card_number on certificate_card (number);
        create index if not exists certificate_card_valid_to on certificate_card (valid_to, id);
        create index if not exists certificate_card_not_lapsed on certificate_card (valid_to) where lapsed_on is null;
        create index if not exists certificate_card_loss_ahead on certificate_card (lapsed_on) where loss_ahead;
        create table if not exists certificate_term (
            certificate_id uuid not null, version bigint not null, number text not null,
            valid_from date not null, valid_to date not null, began_at timestamptz not null, lapsed_on date,
            loss_ground text, loss_remark uuid,
            primary key (certificate_id, version));
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var terms = events.Select(TermOf).OfType<TermRow>().ToArray();
        var ends = events.GroupBy(it => it.StreamId).SelectMany(EndsOf).ToArray();

        return
        [
            .. terms is [] ? (Sql[])[] : [Sql.ForEach(KeepTerm, terms), Sql.ForEach(ShowLatest, terms)],
            .. ends is [] ? (Sql[])[] : [Sql.ForEach(EndTerm, ends), Sql.ForEach(ShowEnd, ends)],
        ];
    }

    private static TermRow? TermOf(StoredEvent e) => e.Data switch
    {
        CertificateTakenOver it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        CertificateIssued it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        CertificateRenewed it => new(e.StreamId, e.Version, it.Holder, it.Scheme, it.Number, it.ValidFrom, it.ValidTo, e.Timestamp),
        _ => null,
    };

    /// <summary>Grace and loss, one row for each term they concern: a grace granted after the lapse takes it back, as a withdrawal does an end to come.</summary>
    private static IEnumerable<EndRow> EndsOf(IEnumerable<StoredEvent> certificate)
    {
        EndRow? end = null;

        foreach (var e in certificate)
        {
            if (TermOf(e) is not null && end is not null)
            {
                yield return end;
            }

            end = e.Data switch
            {
                GraceGranted it => new(e.StreamId, e.Version, it.Until, LapsedOn: null),
                CertificateLapsed it => new(e.StreamId, e.Version, end?.Until, it.LastDay.AddDays(1)),
                CertificateResigned it => new(e.StreamId, e.Version, end?.Until, it.LostFrom, LossGround.Resigned, Ahead: true),
                CertificateStruckOff it => new(e.StreamId, e.Version, end?.Until, it.LostFrom, LossGround.StruckOff, it.Remark.Value, Ahead: true),
                LossTookEffect it => new(e.StreamId, e.Version, end?.Until, it.LostFrom, it.Ground, end?.Remark),
                ResignationWithdrawn or StrikingOffWithdrawn => new(e.StreamId, e.Version, end?.Until, LapsedOn: null),
                _ => TermOf(e) is null ? end : null,
            };
        }

        if (end is not null)
        {
            yield return end;
        }
    }

    private sealed record TermRow(
        Guid Id, long Version, PhysicianId Holder, Scheme Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, DateTimeOffset At);

    private sealed record EndRow(Guid Id, long Version, DateOnly? Until, DateOnly? LapsedOn, LossGround? Ground = null, Guid? Remark = null, bool Ahead = false);
}
