using System.Globalization;
using Mamis.Certification.Domain.Fees;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Certification.Features.Fees.Statements;

/// <summary>What one line of a statement says, or every reason why it cannot be read; neither, where nothing came in by it.</summary>
public sealed record StatementLine(int Row, StatementLine.Reading? Read, IReadOnlyList<Refusal> Reasons)
{
    private const int MostLetters = 200;

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd"];

    /// <param name="Payer">As the payer's bank wrote it, usually in half-width kana, with the reference before the name.</param>
    /// <param name="Number">The bank's own number of the line; may be empty.</param>
    public sealed record Reading(DateOnly ValueDay, int Amount, string Payer, string Memo, string Number)
    {
        public IReadOnlyList<TransferReference> References => TransferReference.In($"{Payer} {Memo}");
    }

    public static StatementLine From(CsvUpload.Line line) =>
        line.Fields is { } it ? Of(line.Row, Day(it["valueDay"]), it["amount"], it["payer"], it["memo"], it["number"]) : new(line.Row, null, [FeeRefusals.RowMalformed]);

    public static StatementLine Skipped(int row) => new(row, null, []);

    public static StatementLine Of(int row, DateOnly? valueDay, string amount, string payer, string memo, string number)
    {
        var yen = Yen(amount);
        Refusal[] reasons =
        [
            .. Wrong(valueDay is null, "valueDay"),
            .. Wrong(yen is null or 0, "amount"),
            .. Wrong(payer.Length > MostLetters, "payer"),
            .. Wrong(memo.Length > MostLetters, "memo"),
            .. Wrong(number.Length > MostLetters, "number"),
        ];

        return new(row, reasons is [] ? new(valueDay.GetValueOrDefault(), yen.GetValueOrDefault(), payer.Trim(), memo.Trim(), number.Trim()) : null, reasons);
    }

    private static IEnumerable<Refusal> Wrong(bool applies, string field) => applies ? [BadInput.InvalidField.For(field)] : [];

    /// <summary>Whole yen, with thousands separated or not.</summary>
    private static int? Yen(string text) =>
        int.TryParse(Width.Narrow(text), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yen) ? yen : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(Width.Narrow(text), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
