using System.Globalization;
using System.Security.Claims;
using Dapper;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Ending;

/// <summary>Every certificate that ends as a line of a file, written as it comes from the server, since a country's year holds tens of thousands.</summary>
public static class EndingFile
{
    private static readonly string[] Header = ["number", "scheme", "validTo", "graceUntil", "lapsedOn", "association", "suspended"];

    public static Results<PushStreamHttpResult, ProblemHttpResult> Get(
        [AsParameters] EndingRequest.Query query, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (request, refusals) = EndingRequest.Read(query with { Cursor = null }, user, clock.Today());

        return refusals is []
            ? TypedResults.Stream(
                body => Write(body, request, database, cancellation),
                CsvTable.ContentType,
                $"ending-{request.Association}-{Day(request.From)}-{Day(request.To)}.csv")
            : refusals.ToProblem();
    }

    private static async Task Write(Stream body, EndingRequest request, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var lines = connection.QueryUnbufferedAsync<EndingLine>(
            $"{EndingLine.Select} {EndingQuery.From(request)} order by c.valid_to, c.id", EndingQuery.Parameters(request, limit: 0));

        await CsvTable.Write(body, Header, lines.Select(Cells), cancellation);
    }

    private static string?[] Cells(EndingLine it) =>
        [it.Number, Codes.Of(it.Scheme), Day(it.ValidTo), Day(it.GraceUntil), Day(it.LapsedOn), it.Association, it.Suspended ? "yes" : "no"];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
