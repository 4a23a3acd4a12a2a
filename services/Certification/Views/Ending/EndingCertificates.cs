using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Ending;

/// <summary>How many certificates end in which month, and which: what a desk plans its year by. Numbers only, nobody's name.</summary>
/// <param name="Counts">By month and scheme, months without any left out.</param>
/// <param name="Certificates">By the day they end; at most 100.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record EndingCertificates(
    DateOnly From, DateOnly To, string Association, IReadOnlyList<EndingCertificates.Count> Counts, IReadOnlyList<EndingLine> Certificates, string? Next)
{
    private const int PageSize = 100;

    /// <param name="Month">As <c>2027-01</c>.</param>
    public sealed record Count(string Month, Scheme Scheme, int Number);

    public static async Task<Results<Ok<EndingCertificates>, ProblemHttpResult>> Get(
        [AsParameters] EndingRequest.Query query, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (request, refusals) = EndingRequest.Read(query, user, clock.Today());

        return refusals is [] ? TypedResults.Ok(await Of(request, database, cancellation)) : refusals.ToProblem();
    }

    private static async Task<EndingCertificates> Of(EndingRequest request, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var parameters = EndingQuery.Parameters(request, PageSize + 1);
        var from = EndingQuery.From(request);
        var counts = await database.List<CountRow>(
            $"select to_char(c.valid_to, 'YYYY-MM') as month, c.scheme, count(*)::integer as number {from} group by 1, 2 order by 1, 2", parameters, cancellation);
        var lines = await database.List<EndingLine>(
            $"{EndingLine.Select} {from} and (c.valid_to, c.id) > (@after, @afterId) order by c.valid_to, c.id limit @limit", parameters, cancellation);
        EndingLine[] page = [.. lines.Take(PageSize)];
        var next = lines.Count > PageSize ? new EndingRequest.Position(page[^1].ValidTo, page[^1].Id).ToString() : null;

        return new(request.From, request.To, request.Association, [.. counts.Select(it => new Count(it.Month, it.Scheme, it.Number))], page, next);
    }

    private sealed record CountRow
    {
        public string Month { get; init; } = "";

        public Scheme Scheme { get; init; }

        public int Number { get; init; }
    }
}
