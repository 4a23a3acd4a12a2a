using System.Globalization;
using System.Text;
using Mamis.Certification.Domain.Fees;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Fees.Statements;

/// <summary>
/// The banks' own format of an account statement (全銀協規定形式 入出金取引明細): records of 200 half-width letters, with line
/// breaks or without; for each account a header (1), its transactions (2) and a trailer with totals (8), and an end (9).
/// </summary>
public sealed class ZenginStatement
{
    private const int Length = 200;
    private const char Nothing = '\0';
    private const char EndOfFile = '\u001a';
    private const string Correction = "19";

    private readonly DateOnly _today;
    private readonly List<StatementLine> _lines = [];
    private Totals _totals = new();
    private char _before = Nothing;

    private ZenginStatement(DateOnly today) => _today = today;

    /// <summary>How many came in and went out on an account, and how much.</summary>
    private sealed record Totals(long In = 0, long InYen = 0, long Out = 0, long OutYen = 0, long Records = 0);

    public static async Task<Statement> Read(TextReader text, DateOnly today, CancellationToken cancellation)
    {
        var it = new ZenginStatement(today);

        try
        {
            while (await text.ReadLineAsync(cancellation) is { } line)
            {
                foreach (var record in line.TrimEnd(EndOfFile).Chunk(Length))
                {
                    if (it.Take(new string(record)) is { } refusal)
                    {
                        return Statement.Refused(refusal);
                    }
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return Statement.Refused(FeeRefusals.StatementUnreadable);
        }

        return it._before == '9' ? new(it._lines, []) : Statement.Refused(FeeRefusals.StatementUnreadable);
    }

    private Refusal? Take(string record)
    {
        var refusal = (_before, record) switch
        {
            (_, { Length: not Length }) => FeeRefusals.StatementUnreadable,
            (Nothing or '8', ['1', '0', '3', '0', ..]) => Open(),
            ('1' or '2', ['2', ..]) => Transaction(record),
            ('1' or '2', ['8', ..]) => Close(record),
            ('8', ['9', ..]) => null,
            _ => FeeRefusals.StatementUnreadable,
        };
        _before = record[0];

        return refusal;
    }

    private Refusal? Open()
    {
        _totals = new();
        return null;
    }

    /// <summary>Only what came in and is no correction (訂正) of the bank is a payment; the rest is counted and passed over.</summary>
    private Refusal? Transaction(string record)
    {
        if (_lines.Count == Statement.MostLines)
        {
            return FeeRefusals.StatementTooLong;
        }

        var (row, amount, comesIn) = (_lines.Count + 1, Digits(record[24..36]), record[21] == '1');
        var yen = amount ?? 0;
        _totals = comesIn
            ? _totals with { In = _totals.In + 1, InYen = _totals.InYen + yen, Records = _totals.Records + 1 }
            : _totals with { Out = _totals.Out + 1, OutYen = _totals.OutYen + yen, Records = _totals.Records + 1 };
        _lines.Add(comesIn && record[22..24] != Correction ? Payment(row, record, amount) : StatementLine.Skipped(row));

        return null;
    }

    /// <summary>The value day (預入・払出日), the payer (振込依頼人名), and as memo the payer's code, the remark and the EDI field.</summary>
    private StatementLine Payment(int row, string record, long? amount) => StatementLine.Of(
        row,
        ZenginDay.Read(record[15..21], _today) ?? ZenginDay.Read(record[9..15], _today),
        amount?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        record[81..129],
        string.Join(' ', new[] { record[71..81], record[159..179], record[179..199] }.Select(it => it.Trim()).Where(it => it.Length > 0)),
        record[1..9]);

    private Refusal? Close(string record) =>
        new Totals(Count(record[1..7]), Count(record[7..20]), Count(record[20..26]), Count(record[26..39]), Count(record[54..61])) == _totals
            ? null
            : FeeRefusals.StatementTotalsDiffer;

    private static long Count(string digits) => Digits(digits) ?? -1;

    private static long? Digits(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
