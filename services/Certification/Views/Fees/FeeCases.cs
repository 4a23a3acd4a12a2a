using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>Finds the applications a payee waits for money from, many with one query.</summary>
public sealed class FeeCases(NpgsqlDataSource database)
{
    private const int MostCandidates = 1_000;

    private const string ByReference = "select application_id, reference from fee_case where payee = @payee and reference = any(@references)";

    private const string ByNumber = "select application_id from fee_case where payee = @payee and (reference = @reference or receipt_number = @receipt) limit 2";

    private const string Owing =
        """
        select application_id, physician_id, receipt_number, fee - received as due from fee_case
        where payee = @payee and not settled and not over and fee - received = any(@amounts) order by application_id limit @most
        """;

    /// <summary>An application that owes an amount.</summary>
    public sealed record Debtor
    {
        public Guid ApplicationId { get; init; }

        public Guid PhysicianId { get; init; }

        public string ReceiptNumber { get; init; } = "";

        public int Due { get; init; }
    }

    public async Task<ILookup<string, Guid>> WithReferences(string payee, IEnumerable<TransferReference> references, CancellationToken cancellation)
    {
        var rows = await database.List<Referenced>(
            ByReference, new { payee, references = references.Select(it => it.Digits).Distinct().ToArray() }, cancellation);

        return rows.ToLookup(it => it.Reference, it => it.ApplicationId);
    }

    /// <summary>The one application of the payee with this receipt number or reference; null when there is none, or no single one.</summary>
    public async Task<ApplicationKey?> Named(string payee, string? number, CancellationToken cancellation)
    {
        var receipt = Width.Narrow(number).Trim().ToUpperInvariant();
        var reference = receipt.Replace("-", string.Empty, StringComparison.Ordinal);
        var found = await database.List<Guid>(ByNumber, new { payee, reference, receipt }, cancellation);

        return found is [var only] ? new ApplicationKey(only) : null;
    }

    public Task<IReadOnlyList<Debtor>> OwingOneOf(string payee, IEnumerable<int> amounts, CancellationToken cancellation) =>
        database.List<Debtor>(Owing, new { payee, amounts = amounts.Distinct().ToArray(), most = MostCandidates }, cancellation);

    private sealed record Referenced
    {
        public Guid ApplicationId { get; init; }

        public string Reference { get; init; } = "";
    }
}
