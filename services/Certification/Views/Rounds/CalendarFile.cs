using System.Globalization;
using System.Security.Claims;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Features;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Rounds;

/// <summary>The same calendar as the file an import takes; rounds without own days have empty cells to fill in.</summary>
public static class CalendarFile
{
    public static readonly string[] Header = ["scheme", "fiscalYear", "round", "association", "opens", "closes"];

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        int? fiscalYear, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var year = fiscalYear ?? FiscalYear.Of(clock.Today());

        if (!FiscalYear.Exists(year))
        {
            return BadInput.InvalidField.For("fiscalYear").ToProblem();
        }

        var lines = await CalendarOfDesk.Lines(user.Desk(), year, database, cancellation);
        var rows = lines.Where(it => !it.Withdrawn).Select(it => Cells(it, year, user.Desk()));

        return TypedResults.File(
            await CsvTable.Of(Header, rows, cancellation), CsvTable.ContentType, $"rounds-{user.Desk()}-{year}.csv");
    }

    private static string?[] Cells(CalendarOfDesk.Line it, int year, string desk) =>
    [
        Codes.Of(it.Scheme), year.ToString(CultureInfo.InvariantCulture), it.Number.ToString(CultureInfo.InvariantCulture), desk,
        Day(it.Opens), Day(desk == Association.Jma ? it.Deadline : it.SetTo),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
