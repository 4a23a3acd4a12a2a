using System.Runtime.CompilerServices;
using CsvHelper;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Reads an attendance list as CSV (RFC 4180). Cells are text, whatever a spreadsheet would make of them.</summary>
public static class CsvList
{
    private const int LongestRecord = 64 * 1024;

    public static async IAsyncEnumerable<RowReading> Read(TextReader text, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var quoting = new HashSet<long>();
        await using var csv = CsvReader.Create(text, Options(quoting), leaveOpen: true);
        var order = Order(await Header(csv, cancellation));

        while (await Next(csv, cancellation))
        {
            yield return Row(csv, order, isBroken: quoting.Contains(csv.RowNumber + 1));
        }
    }

    /// <param name="broken">Collects the numbers of records with bad quotes, the header counted.</param>
    private static CsvReaderOptions Options(HashSet<long> broken) => new()
    {
        Separator = ',',
        // No value has a line break; so a quote that is never closed costs its own row and not the rest of the list.
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = LongestRecord,
        OnMalformedRecord = record => broken.Add(record.RecordNumber),
    };

    private static async Task<string[]> Header(CsvReader csv, CancellationToken cancellation)
    {
        try
        {
            await csv.ReadHeaderAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            throw new ListUnreadableException([Refusals.ListMalformed]);
        }

        var header = csv.Headers.Select(it => it.Trim().TrimStart('\uFEFF')).ToArray();
        return Columns.Examine(header) is { Count: > 0 } faults ? throw new ListUnreadableException(faults) : header;
    }

    private static async Task<bool> Next(CsvReader csv, CancellationToken cancellation)
    {
        try
        {
            return await csv.ReadAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            throw new ListUnreadableException([Refusals.ListMalformed]);
        }
    }

    private static int[] Order(string[] header) => [.. Columns.Names.Select(it => Array.IndexOf(header, it))];

    private static RowReading Row(CsvReader csv, int[] order, bool isBroken)
    {
        var row = (int)csv.RowNumber;

        return csv switch
        {
            _ when isBroken => RowReading.Broken(row, "A quote is not closed in this line, or stands inside a value."),
            _ when csv.FieldCount != order.Length => RowReading.Broken(row, $"{csv.FieldCount} fields instead of {order.Length}."),
            _ => RowReading.Of(row, [.. order.Select(csv.GetString)]),
        };
    }
}
