using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Fees.Statements;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>Who paid and what was written on a transfer: personal, so rows beside the events, deleted in time; and the mark by which a line is known again.</summary>
public static class BankLineTexts
{
    private const string KnownAgain = "bank_line_text_mark";

    public const string Table =
        $"""
        create table if not exists bank_line_text (
            line_id uuid primary key, payee text not null, mark text not null, value_day date not null,
            payer text not null, memo text not null, number text not null);
        create unique index if not exists {KnownAgain} on bank_line_text (payee, mark);
        create index if not exists bank_line_text_day on bank_line_text (value_day);
        """;

    private const string Insert =
        """
        insert into bank_line_text (line_id, payee, mark, value_day, payer, memo, number)
        select line_id, payee, mark, value_day, payer, memo, number from rows
        """;

    /// <summary>A line with the mark of its content.</summary>
    public sealed record Marked(StatementLine.Reading Line, string Mark);

    /// <summary>Equal lines of a day are told apart by their order, so that two equal transfers are two, and a statement sent twice is one.</summary>
    public static IReadOnlyList<Marked> Mark(IEnumerable<StatementLine.Reading> lines)
    {
        var seen = new Dictionary<string, int>();

        return
        [
            .. lines.Select(it =>
            {
                var content = string.Create(
                    CultureInfo.InvariantCulture, $"{it.ValueDay:O}\u001f{it.Amount}\u001f{Width.Fold(it.Payer)}\u001f{Width.Fold(it.Memo)}\u001f{it.Number}");
                var nth = seen[content] = seen.GetValueOrDefault(content) + 1;

                return new Marked(it, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content}\u001f{nth}"))));
            }),
        ];
    }

    public static async Task<IReadOnlySet<string>> Known(
        NpgsqlDataSource database, string payee, IEnumerable<Marked> lines, CancellationToken cancellation) =>
        (await database.List<string>(
            "select mark from bank_line_text where payee = @payee and mark = any(@marks)", new { payee, marks = lines.Select(it => it.Mark).ToArray() }, cancellation)).ToHashSet();

    public static Sql Store(IEnumerable<(BankLineId Id, string Payee, Marked Line)> lines) => Sql.ForEach(
        Insert, lines.Select(it => new Row(it.Id, it.Payee, it.Line.Mark, it.Line.Line.ValueDay, it.Line.Line.Payer, it.Line.Line.Memo, it.Line.Line.Number)));

    /// <summary>Whether storing failed because somebody took in the same lines meanwhile.</summary>
    public static bool IsKnownAgain(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: KnownAgain };

    private sealed record Row(BankLineId LineId, string Payee, string Mark, DateOnly ValueDay, string Payer, string Memo, string Number);
}
