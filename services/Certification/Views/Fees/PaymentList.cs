using System.Security.Claims;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>The transfers to the caller's association: those a clerk has to look at first, the oldest before the newer.</summary>
/// <param name="Open">How many wait for a clerk.</param>
/// <param name="RefundDue">How many are to be paid back.</param>
public sealed record PaymentList(string Payee, int Open, int RefundDue, IReadOnlyList<PaymentLine> Lines)
{
    private const int Most = 500;

    private const string Query =
        $"""
        {PaymentLine.Select} where l.payee = @payee and l.status = @status and (@finding is null or l.finding = @finding)
        order by l.value_day, l.id limit @most
        """;

    private const string Counts =
        $"""
        select count(*) filter (where status = '{nameof(LineStatus.Open)}')::integer, count(*) filter (where status = '{nameof(LineStatus.RefundDue)}')::integer
        from bank_line where payee = @payee
        """;

    public static async Task<Results<Ok<PaymentList>, ProblemHttpResult>> Get(
        string? status, string? finding, ClaimsPrincipal user, NpgsqlDataSource database, TransferProposals proposals, CancellationToken cancellation)
    {
        Refusal[] unusable = [.. Unknown(status, Codes.Find<LineStatus>(status) is null, "status"), .. Unknown(finding, Codes.Find<LineFinding>(finding) is null, "finding")];

        if (unusable is not [])
        {
            return unusable.ToProblem();
        }

        var payee = user.Desk();
        var lines = await database.List<PaymentLine>(
            Query,
            new { payee, status = (Codes.Find<LineStatus>(status) ?? LineStatus.Open).ToString(), finding = Codes.Find<LineFinding>(finding)?.ToString(), most = Most },
            cancellation);

        var (open, refundDue) = await database.Find<(int, int)>(Counts, new { payee }, cancellation);

        return TypedResults.Ok(new PaymentList(payee, open, refundDue, await proposals.For(payee, lines, cancellation)));
    }

    private static IEnumerable<Refusal> Unknown(string? asked, bool isNone, string field) =>
        asked is { Length: > 0 } && isNone ? [BadInput.InvalidField.For(field)] : [];
}
