using Mamis.Certification.Features;
using Mamis.Certification.Views.ForNotices;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Rounds;

/// <summary>The cases of one round that lie at one desk, and until when that desk must hand them on: what a reminder is written from.</summary>
public sealed record DeskDeadlines
{
    private const int DaysAhead = 14;
    private const int DaysBack = 60;

    private const string Query =
        $"""
        select * from (
            select c.desk as association, c.scheme, r.id as round_id, {IntakeCases.ForwardBy} as deadline,
                count(*)::integer as open, min(c.submitted_on) as oldest_submitted_on
            from {IntakeCases.AtDesk}
            where c.status = 'AtDesk' and c.desk <> 'JMA' and r.id is not null
            group by 1, 2, 3, 4) it
        where deadline between @first and @last and (@association::text is null or (association, round_id) > (@association, @round))
        order by association, round_id limit @most
        """;

    /// <summary>The desk at which they lie; never the JMA's, which has nobody to hand on to.</summary>
    public required string Association { get; init; }

    public required Scheme Scheme { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>The last day, in Asia/Tokyo, on which the desk hands on in time; before the asked day everything open is overdue.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>How many cases lie there; never 0.</summary>
    public required int Open { get; init; }

    public required DateOnly OldestSubmittedOn { get; init; }

    /// <param name="AsOf">The day to look from: deadlines of the 60 days before it and of the 14 days after it.</param>
    /// <param name="After">The last row of the page before.</param>
    public sealed record Request(DateOnly? AsOf = null, Place? After = null);

    /// <summary>A row, by what makes it the only one.</summary>
    public sealed record Place(string Association, Guid RoundId);

    public static async Task<Results<Ok<IReadOnlyList<DeskDeadlines>>, ProblemHttpResult>> Get(
        Request request, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (request.AsOf is not { } asOf || asOf < DateOnly.MinValue.AddDays(DaysBack) || asOf > DateOnly.MaxValue.AddDays(-DaysAhead))
        {
            return (request.AsOf is null ? BadInput.MissingField : BadInput.InvalidField).For("asOf").ToProblem();
        }

        return TypedResults.Ok(await database.List<DeskDeadlines>(
            Query,
            new
            {
                first = asOf.AddDays(-DaysBack),
                last = asOf.AddDays(DaysAhead),
                association = request.After?.Association,
                round = request.After?.RoundId ?? Guid.Empty,
                most = NoticeFacts.Most,
            },
            cancellation));
    }
}
