using System.Text;
using CsvHelper;
using Mamis.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mamis.ServiceDefaults.Files;

/// <summary>A table that somebody uploaded (RFC 4180), read row by row as it arrives; what is no such table is refused as a whole.</summary>
public sealed record CsvUpload(IReadOnlyList<CsvUpload.Line> Lines, IReadOnlyList<Refusal> Refusals)
{
    private const int LongestRecord = 16 * 1024;
    private const long ToTheEnd = -1;

    /// <summary>What a table has to look like.</summary>
    /// <param name="Columns">All of them and no other, in any order.</param>
    /// <param name="TooManyRows">Says how many rows there may be.</param>
    public sealed record Form(IReadOnlyList<string> Columns, int MostRows, Refusal TooManyRows);

    /// <summary>A row as it stands in the file, counted from 1 after the header; null when its fields do not fit the header.</summary>
    public sealed record Line(int Row, IReadOnlyDictionary<string, string>? Fields);

    public static async Task<CsvUpload> Read(HttpRequest request, Form form, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "text/csv")
        {
            return Unusable(CsvRefusals.FileTypeWrong);
        }

        if (EncodingOf(type.Charset.Value ?? "utf-8") is not { } encoding)
        {
            return Unusable(CsvRefusals.CharsetUnknown);
        }

        using var text = new StreamReader(request.Body, encoding, detectEncodingFromByteOrderMarks: false);
        return await Read(text, form, cancellation);
    }

    public static async Task<CsvUpload> Read(TextReader text, Form form, CancellationToken cancellation)
    {
        var broken = new HashSet<long>();
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = it => broken.Add(Mark(it)),
        });

        try
        {
            await csv.ReadHeaderAsync(cancellation);
            var header = csv.Headers.ToArray();

            if (HeaderReasons(header, form.Columns) is { Count: > 0 } reasons)
            {
                return new([], reasons);
            }

            var lines = new List<Line>();

            while (await csv.ReadAsync(cancellation))
            {
                if (lines.Count == form.MostRows)
                {
                    return Unusable(form.TooManyRows);
                }

                var fits = csv.FieldCount == header.Length && !broken.Contains(lines.Count + 1);
                lines.Add(new(lines.Count + 1, fits ? header.Index().ToDictionary(it => it.Item, it => csv.GetString(it.Index)) : null));
            }

            return broken.Contains(ToTheEnd) ? Unusable(CsvRefusals.FileUnreadable) : new(lines, []);
        }
        catch (Exception e) when (e is DecoderFallbackException or CsvFormatException)
        {
            return Unusable(CsvRefusals.FileUnreadable);
        }
    }

    /// <summary>Which row is broken, counted as in <see cref="Line"/>; a quote that never closes has swallowed all the rows after it.</summary>
    private static long Mark(CsvMalformedRecord record) =>
        record.Reason == CsvMalformedReason.UnterminatedQuote ? ToTheEnd : record.RecordNumber - 1;

    private static List<Refusal> HeaderReasons(string[] header, IReadOnlyList<string> columns) =>
    [
        .. columns.Except(header).Select(it => CsvRefusals.ColumnMissing.For(it)),
        .. header.Except(columns).Select((_, i) => CsvRefusals.ColumnUnknown.For($"unknown column {i + 1}")),
        .. header.GroupBy(it => it).Where(it => it.Count() > 1 && columns.Contains(it.Key)).Select(it => CsvRefusals.ColumnTwice.For(it.Key)),
    ];

    private static Encoding? EncodingOf(string charset) => charset.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "WINDOWS-31J" or "CP932" or "MS932" => CodePagesEncodingProvider.Instance.GetEncoding(
            932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };

    private static CsvUpload Unusable(Refusal refusal) => new([], [refusal]);
}
