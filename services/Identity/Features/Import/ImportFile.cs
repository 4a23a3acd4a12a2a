using System.Text;
using CsvHelper;
using Mamis.Kernel;
using Microsoft.Net.Http.Headers;

namespace Mamis.Identity.Features.Import;

/// <summary>The uploaded file, read row by row as it arrives; what is no such file is refused as a whole.</summary>
public sealed record ImportFile(IReadOnlyList<ImportFile.Line> Lines, IReadOnlyList<Refusal> Refusals)
{
    public const int MostRows = 20_000;

    private const int LongestRecord = 16 * 1024;
    private const long ToTheEnd = -1;

    private static readonly string[] Columns =
    [
        "licenceNumber", "familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "email", "postalCode", "address",
        "county", "prefecture", "jma", "workplacePrefecture", "certificateScheme", "certificateNumber", "validFrom", "validTo",
    ];

    /// <summary>A row as it stands in the file, counted from 1 after the header; null when its fields do not fit the header.</summary>
    public sealed record Line(int Row, IReadOnlyDictionary<string, string>? Fields);

    public static async Task<ImportFile> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "text/csv")
        {
            return Unusable(Domain.Refusals.FileTypeWrong);
        }

        if (EncodingOf(type.Charset.Value ?? "utf-8") is not { } encoding)
        {
            return Unusable(Domain.Refusals.CharsetUnknown);
        }

        using var text = new StreamReader(request.Body, encoding, detectEncodingFromByteOrderMarks: false);
        return await Read(text, cancellation);
    }

    /// <summary>Reads the text; only known columns, in any order.</summary>
    public static async Task<ImportFile> Read(TextReader text, CancellationToken cancellation)
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

            if (HeaderReasons(header) is { Count: > 0 } reasons)
            {
                return new([], reasons);
            }

            var lines = new List<Line>();

            while (await csv.ReadAsync(cancellation))
            {
                if (lines.Count == MostRows)
                {
                    return Unusable(Domain.Refusals.TooManyRows);
                }

                var fits = csv.FieldCount == header.Length && !broken.Contains(lines.Count + 1);
                lines.Add(new(lines.Count + 1, fits ? Fields(csv, header) : null));
            }

            return broken.Contains(ToTheEnd) ? Unusable(Domain.Refusals.FileUnreadable) : new(lines, []);
        }
        catch (Exception e) when (e is DecoderFallbackException or CsvFormatException)
        {
            return Unusable(Domain.Refusals.FileUnreadable);
        }
    }

    /// <summary>Which row is broken, counted as in <see cref="Line"/>; a quote that never closes has swallowed all the rows after it.</summary>
    private static long Mark(CsvMalformedRecord record) =>
        record.Reason == CsvMalformedReason.UnterminatedQuote ? ToTheEnd : record.RecordNumber - 1;

    private static Dictionary<string, string> Fields(CsvReader csv, string[] header) =>
        header.Index().ToDictionary(it => it.Item, it => csv.GetString(it.Index));

    private static List<Refusal> HeaderReasons(string[] header) =>
    [
        .. Columns.Except(header).Select(it => Domain.Refusals.ColumnMissing.For(it)),
        .. header.Except(Columns).Select((_, i) => Domain.Refusals.ColumnUnknown.For($"unknown column {i + 1}")),
        .. header.GroupBy(it => it).Where(it => it.Count() > 1 && Columns.Contains(it.Key)).Select(it => Domain.Refusals.ColumnTwice.For(it.Key)),
    ];

    private static Encoding? EncodingOf(string charset) => charset.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "WINDOWS-31J" or "CP932" or "MS932" => CodePagesEncodingProvider.Instance.GetEncoding(
            932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };

    private static ImportFile Unusable(Refusal refusal) => new([], [refusal]);
}
