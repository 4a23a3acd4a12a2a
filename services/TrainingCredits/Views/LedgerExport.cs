using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using System.Text.Json;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Mamis.TrainingCredits.Views;

/// <summary>A ledger to take away: as a table for spreadsheets or as the page itself in JSON.</summary>
public static class LedgerExport
{
    private static readonly string[] Header =
    [
        "entryId", "date", "category", "item", "units", "status", "source", "training", "session", "role", "mode", "attendance",
        "listId", "listRow", "postedBy", "postedAt", "reason",
    ];

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string physicianId, string? format, DateOnly? asKnownOn, ClaimsPrincipal user, [AsParameters] LedgerShelf shelf,
        IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        if (format is not ("csv" or "json"))
        {
            return Refusals.ExportUnknown.ToProblem();
        }

        if (await shelf.Open(physicianId, asKnownOn, user, cancellation) is not { } page)
        {
            return Refusals.LedgerUnknown.ToProblem();
        }

        var day = asKnownOn ?? shelf.Clock.Today();
        return format is "csv"
            ? TypedResults.File(await Table(page, cancellation), CsvTable.ContentType, $"ledger-{day:yyyy-MM-dd}.csv")
            : TypedResults.File(
                JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), MediaTypeNames.Application.Json, $"ledger-{day:yyyy-MM-dd}.json");
    }

    public static Task<byte[]> Table(LedgerPage page, CancellationToken cancellation) =>
        CsvTable.Of(Header, page.Entries.Select(Cells), cancellation);

    private static string?[] Cells(LedgerLine it) =>
    [
        it.EntryId.ToString(), it.Date.ToString("O", CultureInfo.InvariantCulture), Codes.Of(it.Category), it.Item,
        it.Units.ToString(CultureInfo.InvariantCulture), Codes.Of(it.Status), Codes.Of(it.Source), it.TrainingTitle, it.SessionTitle,
        Codes.Of(it.Role), Codes.Of(it.Mode), Codes.Of(it.Attendance), it.ListId?.ToString(), it.ListRow?.ToString(CultureInfo.InvariantCulture),
        it.PostedBy.ToString(), it.PostedAt.ToString("O", CultureInfo.InvariantCulture), it.Reason,
    ];
}
