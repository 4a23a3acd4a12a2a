using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Fees;

/// <summary>Why a fee was waived or refunded, or what became of a bank line. The words may be personal, so they are a row beside the event.</summary>
public static class FeeRemark
{
    private const int LongestText = 500;

    /// <summary>The line's words go when the line's name goes; those on a fee stay with the case.</summary>
    public const string Table =
        """
        create table if not exists fee_remark (remark_id uuid primary key, about_id uuid not null, text text not null);
        create index if not exists fee_remark_about on fee_remark (about_id);
        """;

    public static Refusal? Examine(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestText ? FeeRefusals.ReasonMissing : null;

    /// <param name="about">The application or the bank line.</param>
    public static Sql Row(RemarkId remark, Guid about, string reason) =>
        Sql.For("insert into fee_remark (remark_id, about_id, text) select remark_id, about_id, text from rows", new Words(remark, about, reason.Trim()));

    private sealed record Words(RemarkId RemarkId, Guid AboutId, string Text);
}
