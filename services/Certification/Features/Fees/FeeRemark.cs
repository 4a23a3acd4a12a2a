using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

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

    private const string Insert = "insert into fee_remark (remark_id, about_id, text) select remark_id, about_id, text from rows";

    /// <summary>Decides about an application or a bank line, which takes a reason, and keeps the reason with what was decided.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DecideBecause<TState>(
        this IEventStore store, Guid id, string? reason, Func<TState, RemarkId, Decision> decide, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestText)
        {
            return FeeRefusals.ReasonMissing.ToProblem();
        }

        var remark = new RemarkId(Guid.CreateVersion7());
        var decision = await store.DecideAsync<TState>(
            id, it => decide(it, remark), changes => changes.Write(Sql.For(Insert, new Words(remark, id, reason.Trim()))), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private sealed record Words(RemarkId RemarkId, Guid AboutId, string Text);
}
