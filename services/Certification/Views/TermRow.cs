using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>One term of a certificate.</summary>
public sealed record TermRow
{
    public string Number { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly ValidTo { get; init; }

    /// <summary>The first day without the title; null where the term was renewed or still can be.</summary>
    public DateOnly? LapsedOn { get; init; }

    /// <summary>Why it was lost before it ran out; null where it was not renewed.</summary>
    public LossGround? LossGround { get; init; }

    /// <summary>The words of the JMA's decision; for the holder and the JMA alone.</summary>
    public string? LossReason { get; init; }

    internal Term Term => new(ValidFrom, ValidTo);

    internal Guid CertificateId { get; init; }

    /// <summary>All terms of these certificates, each one's oldest first.</summary>
    public static async Task<ILookup<Guid, TermRow>> Of(Guid[] certificates, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<TermRow>(
            """
            select t.certificate_id, t.number, t.valid_from, t.valid_to, t.lapsed_on, t.loss_ground, r.text as loss_reason
            from certificate_term t left join suspension_remark r on r.remark_id = t.loss_remark
            where t.certificate_id = any(@certificates) order by t.certificate_id, t.version
            """,
            new { certificates },
            cancellation)).ToLookup(it => it.CertificateId);
}
