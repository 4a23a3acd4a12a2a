using Mamis.Certification.Domain;
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

    internal Term Term => new(ValidFrom, ValidTo);

    internal Guid CertificateId { get; init; }

    /// <summary>All terms of these certificates, each one's oldest first.</summary>
    public static async Task<ILookup<Guid, TermRow>> Of(Guid[] certificates, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<TermRow>(
            """
            select certificate_id, number, valid_from, valid_to, lapsed_on from certificate_term
            where certificate_id = any(@certificates) order by certificate_id, version
            """,
            new { certificates },
            cancellation)).ToLookup(it => it.CertificateId);
}
