using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using System.Text;
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
    private const string Header =
        "entryId,date,category,item,units,status,source,training,session,role,mode,attendance,listId,listRow,postedBy,postedAt,reason";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

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
            ? TypedResults.File(Table(page), $"{MediaTypeNames.Text.Csv}; charset=utf-8", $"ledger-{day:yyyy-MM-dd}.csv")
            : TypedResults.File(
                JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), MediaTypeNames.Application.Json, $"ledger-{day:yyyy-MM-dd}.json");
    }

    /// <summary>RFC 4180 with a byte order mark, without which spreadsheets in Japan read UTF-8 as Shift_JIS.</summary>
    public static byte[] Table(LedgerPage page)
    {
        var rows = page.Entries.Select(Cells).Select(cells => string.Join(',', cells.Select(Cell))).Prepend(Header);
        return [.. WithMark.Preamble, .. WithMark.GetBytes(string.Concat(rows.Select(it => it + "\r\n")))];
    }

    private static string?[] Cells(LedgerLine it) =>
    [
        it.EntryId.ToString(), it.Date.ToString("O", CultureInfo.InvariantCulture), Code.Of(it.Category), it.Item,
        it.Units.ToString(CultureInfo.InvariantCulture), Code.Of(it.Status), Code.Of(it.Source), it.TrainingTitle, it.SessionTitle,
        Code.Of(it.Role), Code.Of(it.Mode), Code.Of(it.Attendance), it.ListId?.ToString(), it.ListRow?.ToString(CultureInfo.InvariantCulture),
        it.PostedBy.ToString(), it.PostedAt.ToString("O", CultureInfo.InvariantCulture), it.Reason,
    ];

    /// <summary>A spreadsheet takes what begins with one of these for a formula; an apostrophe keeps it text.</summary>
    public static string Cell(string? value)
    {
        var text = value is { Length: > 0 } && "=+-@\t\r＝＋－＠".Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value ?? string.Empty;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
