using System.Globalization;
using System.Security.Claims;
using Dapper;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Coverage;

/// <summary>Every line of the report as a file, written as it comes from the server, since a year's window holds hundreds of thousands.</summary>
public static class CoverageFile
{
    private static readonly string[] Header =
    [
        "certificateId", "physicianId", "number", "scheme", "validTo", "kind", "route", "association", "outcome", "code", "scheduledOn",
    ];

    public static Results<PushStreamHttpResult, ProblemHttpResult> Get(
        DateOnly? on, string? association, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (request, refusals) = CoverageRequest.Read(on, association, user, clock.Today());

        return refusals is []
            ? TypedResults.Stream(
                body => Write(body, request, database, cancellation),
                CsvTable.ContentType,
                $"coverage-{request.Association}-{request.On:yyyy-MM-dd}.csv")
            : refusals.ToProblem();
    }

    private static async Task Write(Stream body, CoverageRequest request, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var lines = connection.QueryUnbufferedAsync<CoverageLine>(
            $"{CoverageQuery.Lines} select * from lines order by valid_to, certificate_id, kind, route",
            await CoverageQuery.ParametersOf(request, database, cancellation));

        await CsvTable.Write(body, Header, lines.Select(Cells), cancellation);
    }

    private static string?[] Cells(CoverageLine it) =>
    [
        $"{it.CertificateId}", $"{it.PhysicianId}", it.Number, Codes.Of(it.Scheme), Day(it.ValidTo), Codes.Of(it.Kind), Codes.Of(it.Route), it.Association,
        Codes.Of(it.Outcome), it.Code, it.ScheduledAt is { } instant ? Day(BusinessCalendar.DayOf(instant)) : null,
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
