using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Suspensions;

/// <summary>Why a title rests, rests no longer, or is lost. The words may be personal, so they are a row beside the event.</summary>
public static class SuspensionRemark
{
    private const int LongestText = 2_000;

    public const string Table =
        """
        create table if not exists suspension_remark (remark_id uuid primary key, certificate_id uuid not null, text text not null);
        create index if not exists suspension_remark_certificate on suspension_remark (certificate_id);
        """;

    public static Refusal? Examine(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestText ? SuspensionRefusals.ReasonMissing : null;

    /// <summary>Keeps the words of a decision; one that was made already keeps its first words.</summary>
    public static void Explain(this Changes changes, RemarkId remark, Guid certificate, string reason)
    {
        if (changes.Streams.Count > 0)
        {
            changes.Write(Sql.For(
                "insert into suspension_remark (remark_id, certificate_id, text) select remark_id, certificate_id, text from rows",
                new Words(remark, certificate, reason.Trim())));
        }
    }

    private sealed record Words(RemarkId RemarkId, Guid CertificateId, string Text);
}
