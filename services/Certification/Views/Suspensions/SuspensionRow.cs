using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Views.Suspensions;

/// <summary>One suspension of a title, with its days as they were last decided.</summary>
public sealed record SuspensionRow
{
    /// <summary>The first day without the title.</summary>
    public DateOnly FromDay { get; init; }

    /// <summary>The last day without it; null while nobody knows, before the first where it was taken back.</summary>
    public DateOnly? UntilDay { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Why; for the holder and the JMA alone.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was lifted by decision; null when it was not.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Why it was lifted; for the holder and the JMA alone.</summary>
    public string? LiftReason { get; init; }

    internal Suspension Suspension => new(FromDay, UntilDay);

    internal Guid CertificateId { get; init; }

    /// <summary>All suspensions of these certificates, each one's oldest first.</summary>
    public static async Task<ILookup<Guid, SuspensionRow>> Of(Guid[] certificates, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<SuspensionRow>(
            """
            select s.certificate_id, s.from_day, s.until_day, s.decided_at, s.lifted_at, r.text as reason, l.text as lift_reason
            from certificate_suspension s
                left join suspension_remark r on r.remark_id = s.remark_id left join suspension_remark l on l.remark_id = s.lift_remark_id
            where s.certificate_id = any(@certificates) order by s.certificate_id, s.version
            """,
            new { certificates },
            cancellation)).ToLookup(it => it.CertificateId);
}
