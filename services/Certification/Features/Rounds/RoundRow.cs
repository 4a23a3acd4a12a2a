using System.Globalization;
using Mamis.Certification.Domain.Rounds;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Certification.Features.Rounds;

/// <summary>What one row says of one round, or every reason why it cannot be read.</summary>
public sealed record RoundRow(int Row, RoundRow.Reading? Read, IReadOnlyList<Refusal> Reasons)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d"];

    /// <param name="Closes">Null where both days are left empty, which changes nothing.</param>
    public sealed record Reading(Scheme Scheme, int FiscalYear, int Number, string Association, DateOnly? Opens, DateOnly? Closes)
    {
        public IntakeRoundId Round => IntakeRoundId.Of(Scheme, FiscalYear, Number);
    }

    public static RoundRow From(CsvUpload.Line line) => line.Fields is { } fields ? From(line.Row, fields) : new(line.Row, null, [RoundRefusals.RowMalformed]);

    private static RoundRow From(int row, IReadOnlyDictionary<string, string> fields)
    {
        var scheme = Codes.Find<Scheme>(fields["scheme"]);
        var year = Number(fields["fiscalYear"]);
        var number = Number(fields["round"]);
        var (opens, closes) = (Day(fields["opens"]), Day(fields["closes"]));
        var association = fields["association"];
        Refusal[] reasons =
        [
            .. Wrong(scheme is null, "scheme"),
            .. Wrong(year is not { } it || !FiscalYear.Exists(it), "fiscalYear"),
            .. Wrong(number is null or < 1, "round"),
            .. Wrong(Association.TierOf(association) is null, "association"),
            .. Wrong(opens is null && fields["opens"].Length > 0, "opens"),
            .. Wrong(closes is null && (fields["closes"].Length > 0 || opens is not null), "closes"),
        ];

        return new(row, reasons is [] ? new(scheme.GetValueOrDefault(), year.GetValueOrDefault(), number.GetValueOrDefault(), association, opens, closes) : null, reasons);
    }

    private static IEnumerable<Refusal> Wrong(bool applies, string field) => applies ? [BadInput.InvalidField.For(field)] : [];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
