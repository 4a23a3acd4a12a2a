using System.Text;
using CsvHelper;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Views.Rounds;
using Mamis.Kernel;
using Microsoft.Net.Http.Headers;

namespace Mamis.Certification.Features.Rounds;

/// <summary>The uploaded calendar, read row by row as it arrives; what is no such file is refused as a whole.</summary>
public sealed record RoundFile(IReadOnlyList<RoundFile.Line> Lines, IReadOnlyList<Refusal> Refusals)
{
    private const int MostRows = 2_000;
    private const int LongestRecord = 1_024;
    private const long ToTheEnd = -1;

    /// <summary>A row as it stands in the file, counted from 1 after the header; null when its fields do not fit the header.</summary>
    public sealed record Line(int Row, IReadOnlyDictionary<string, string>? Fields);

    public static async Task<RoundFile> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "text/csv")
        {
            return Unusable(RoundRefusals.FileTypeWrong);
        }

        // A calendar is codes and digits, which UTF-8 and Shift_JIS write alike; anything else is no calendar.
        using var text = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);

        return await Read(text, cancellation);
    }

    /// <summary>Reads the text; only known columns, in any order.</summary>
    public static async Task<RoundFile> Read(TextReader text, CancellationToken cancellation)
    {
        var broken = new HashSet<long>();
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = it => broken.Add(it.Reason == CsvMalformedReason.UnterminatedQuote ? ToTheEnd : it.RecordNumber - 1),
        });

        try
        {
            await csv.ReadHeaderAsync(cancellation);
            var header = csv.Headers.ToArray();

            if (HeaderReasons(header) is { Count: > 0 } reasons)
            {
                return new([], reasons);
            }

            var lines = new List<Line>();

            while (await csv.ReadAsync(cancellation))
            {
                if (lines.Count == MostRows)
                {
                    return Unusable(RoundRefusals.TooManyRows);
                }

                var fits = csv.FieldCount == header.Length && !broken.Contains(lines.Count + 1);
                lines.Add(new(lines.Count + 1, fits ? header.Index().ToDictionary(it => it.Item, it => csv.GetString(it.Index)) : null));
            }

            return broken.Contains(ToTheEnd) ? Unusable(RoundRefusals.FileUnreadable) : new(lines, []);
        }
        catch (Exception e) when (e is DecoderFallbackException or CsvFormatException)
        {
            return Unusable(RoundRefusals.FileUnreadable);
        }
    }

    private static List<Refusal> HeaderReasons(string[] header) =>
    [
        .. CalendarFile.Header.Except(header).Select(it => RoundRefusals.ColumnMissing.For(it)),
        .. header.Except(CalendarFile.Header).Select((_, i) => RoundRefusals.ColumnUnknown.For($"unknown column {i + 1}")),
        .. header.GroupBy(it => it).Where(it => it.Count() > 1 && CalendarFile.Header.Contains(it.Key)).Select(it => RoundRefusals.ColumnTwice.For(it.Key)),
    ];

    private static RoundFile Unusable(Refusal refusal) => new([], [refusal]);
}
