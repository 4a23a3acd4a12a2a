using System.Text;
using Mamis.Certification.Domain.Fees;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;
using Microsoft.Net.Http.Headers;

namespace Mamis.Certification.Features.Fees.Statements;

/// <summary>A bank statement as it was sent: its lines, or why it is refused as a whole.</summary>
public sealed record Statement(IReadOnlyList<StatementLine> Lines, IReadOnlyList<Refusal> Refusals)
{
    public const int MostLines = 10_000;

    private static readonly string[] Columns = ["valueDay", "amount", "payer", "memo", "number"];

    private static readonly CsvUpload.Form Plain = new(Columns, MostLines, FeeRefusals.StatementTooLong);

    /// <summary>A table with a header (text/csv), or the banks' fixed-length records (text/plain), which are single bytes of Shift_JIS whatever the request says.</summary>
    public static async Task<Statement> Read(HttpRequest request, DateOnly today, CancellationToken cancellation)
    {
        switch (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value : null)
        {
            case "text/csv":
                var table = await CsvUpload.Read(request, Plain, cancellation);
                return new([.. table.Lines.Select(StatementLine.From)], table.Refusals);

            case "text/plain":
                using (var text = new StreamReader(request.Body, Strict()))
                {
                    return await ZenginStatement.Read(text, today, cancellation);
                }

            default:
                return Refused(FeeRefusals.StatementTypeWrong);
        }
    }

    public static Statement Refused(Refusal refusal) => new([], [refusal]);

    private static Encoding Strict() =>
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The code page of the banks is missing.");
}
