using Mamis.EventStore;

namespace Mamis.Notifications.Views;

/// <summary>Notes beside a term which notices of it are scheduled, in the transaction that schedules them, so that a run passes over a country's told terms without looking up each notice.</summary>
/// <remarks>A mark only says what is certain. A term without marks is looked at in full, and one whose last day moves loses them.</remarks>
public static class ToldMarks
{
    /// <summary>A condition on <c>certificate_terms c</c> and a window <c>w</c>.</summary>
    public const string Missing = "w.kind || ' ' || w.route <> all (c.told)";

    private const string Add =
        """
        update certificate_terms t set told = t.told || m.told
        from (select certificate_id, valid_to, array_agg(notice) as told from rows group by certificate_id, valid_to order by certificate_id) as m
        where t.certificate_id = m.certificate_id and t.valid_to = m.valid_to
        """;

    public static Sql For(IEnumerable<DueNotice> scheduled) =>
        Sql.ForEach(Add, scheduled.Select(it => new Row(it.CertificateId, it.ValidTo, $"{it.Kind} {it.Route}")));

    private sealed record Row(Guid CertificateId, DateOnly ValidTo, string Notice);
}
