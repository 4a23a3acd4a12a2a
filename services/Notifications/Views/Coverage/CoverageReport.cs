using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Coverage;

/// <summary>Whether on a day everybody who had to be told was told exactly once, or why not (G2).</summary>
/// <param name="On">The day.</param>
/// <param name="Association">Whose physicians.</param>
/// <param name="Asked">How many notices the rules asked for.</param>
/// <param name="Unexplained">Gaps: 0 is what the association wants to prove.</param>
/// <param name="Counts">The sum of their numbers is <paramref name="Asked"/>.</param>
/// <param name="Gaps">The gaps, at most 200; the file holds every line.</param>
public sealed record CoverageReport(
    DateOnly On, string Association, int Asked, int Unexplained, IReadOnlyList<CoverageReport.Count> Counts, IReadOnlyList<CoverageLine> Gaps)
{
    private const int ShownGaps = 200;

    private static readonly string Sums =
        $"{CoverageQuery.Lines} select kind, route, outcome, code, count(*)::integer as number from lines group by kind, route, outcome, code order by 1, 2, 3, 4";

    private static readonly string Missing =
        $"{CoverageQuery.Lines} select * from lines where outcome = 'Unexplained' order by valid_to, certificate_id, kind, route limit {ShownGaps}";

    /// <summary>How many notices stand alike.</summary>
    public sealed record Count
    {
        public required NoticeKind Kind { get; init; }

        public required NoticeRoute Route { get; init; }

        public required Outcome Outcome { get; init; }

        public string? Code { get; init; }

        public required int Number { get; init; }
    }

    public static async Task<Results<Ok<CoverageReport>, ProblemHttpResult>> Get(
        DateOnly? on, string? association, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (request, refusals) = CoverageRequest.Read(on, association, user, clock.Today());

        return refusals is [] ? TypedResults.Ok(await Of(request, database, cancellation)) : refusals.ToProblem();
    }

    public static async Task<CoverageReport> Of(CoverageRequest request, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var parameters = await CoverageQuery.ParametersOf(request, database, cancellation);
        var counts = await database.List<Count>(Sums, parameters, cancellation);
        var unexplained = counts.Where(it => it.Outcome is Outcome.Unexplained).Sum(it => it.Number);
        var gaps = unexplained == 0 ? [] : await database.List<CoverageLine>(Missing, parameters, cancellation);

        return new(request.On, request.Association, counts.Sum(it => it.Number), unexplained, counts, gaps);
    }
}
