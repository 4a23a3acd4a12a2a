using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.ForNotices;

/// <summary>An application that lies at its first desk without its fee, or without the handbook of its paper credits.</summary>
public sealed record AwaitedReceipts
{
    private const string Query =
        """
        select application_id, physician_id, scheme, desk, since, not fee_paid as fee, original_required and not original_received as original
        from awaited_receipt
        where since <= @before and (not fee_paid or original_required and not original_received)
            and (@after::uuid is null or application_id > @after)
        order by application_id limit @most
        """;

    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required Scheme Scheme { get; init; }

    public required string Desk { get; init; }

    /// <summary>The day it came to that desk; a new one when it came again.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The fee is awaited.</summary>
    public required bool Fee { get; init; }

    /// <summary>The original handbook is awaited (rule U6).</summary>
    public required bool Original { get; init; }

    /// <param name="Before">Those that came to the desk on that day or earlier.</param>
    /// <param name="After">The last application of the page before.</param>
    public sealed record Request(DateOnly? Before = null, Guid? After = null);

    public static async Task<Results<Ok<IReadOnlyList<AwaitedReceipts>>, ProblemHttpResult>> Get(
        Request request, NpgsqlDataSource database, CancellationToken cancellation) => request.Before is { } before
        ? TypedResults.Ok(await database.List<AwaitedReceipts>(Query, new { before, after = request.After, most = NoticeFacts.Most }, cancellation))
        : BadInput.MissingField.For("before").ToProblem();
}
