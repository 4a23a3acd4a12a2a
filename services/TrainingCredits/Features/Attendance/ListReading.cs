using System.Net.Mime;
using System.Text;
using Mamis.Kernel;
using Microsoft.Net.Http.Headers;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>An attendance list as it was read: a reading per row, or why the list as a whole could not be read.</summary>
public sealed record ListReading(IReadOnlyList<RowReading> Rows, IReadOnlyList<Refusal> Refusals)
{
    public const int MostRows = 10_000;

    private const int ShiftJis = 932;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static implicit operator ListReading(Refusal refusal) => new([], [refusal]);

    /// <summary>Reads the body row by row as it arrives; a character that is not of the charset is an error, never a guess.</summary>
    public static async Task<ListReading> Of(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return Domain.Refusals.ListNotText;
        }

        return type.MediaType.Value switch
        {
            MediaTypeNames.Application.Json => await Collect(JsonList.Read(request.Body, cancellation)),
            MediaTypeNames.Text.Csv => await ReadCsv(request.Body, type.Charset.Value, cancellation),
            _ => Domain.Refusals.ListNotText,
        };
    }

    /// <summary>Gathers rows up to the limit.</summary>
    private static async Task<ListReading> Collect(IAsyncEnumerable<RowReading> rows)
    {
        var read = new List<RowReading>();

        try
        {
            await foreach (var row in rows)
            {
                if (read.Count == MostRows)
                {
                    return Domain.Refusals.ListTooLong;
                }

                read.Add(row);
            }
        }
        catch (ListUnreadableException unreadable)
        {
            return new([], unreadable.Refusals);
        }
        catch (DecoderFallbackException)
        {
            return Domain.Refusals.ListNotReadable;
        }

        return read.Count == 0 ? Domain.Refusals.ListEmpty : new ListReading(read, []);
    }

    private static async Task<ListReading> ReadCsv(Stream body, string? charset, CancellationToken cancellation)
    {
        if (EncodingOf(charset) is not { } encoding)
        {
            return Domain.Refusals.ListNotReadable;
        }

        using var text = new StreamReader(body, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return await Collect(CsvList.Read(text, cancellation));
    }

    private static Encoding? EncodingOf(string? charset) => charset?.Trim('"').ToUpperInvariant() switch
    {
        null or "" or "UTF-8" => Utf8,
        "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "WINDOWS-31J" or "CP932" => CodePagesEncodingProvider.Instance
            .GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };
}

/// <summary>The list as a whole cannot be read; nothing of it is judged.</summary>
public sealed class ListUnreadableException(IReadOnlyList<Refusal> refusals) : Exception
{
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
