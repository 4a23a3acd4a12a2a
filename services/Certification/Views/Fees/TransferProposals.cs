using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Messaging;

namespace Mamis.Certification.Views.Fees;

/// <summary>Whose application an unclear transfer might be for: one that owes the amount, of an applicant with the payer's name. A clerk decides.</summary>
public sealed class TransferProposals(FeeCases cases, IdentityClient identity, ILogger<TransferProposals> logger)
{
    /// <summary>The same lines with what can be proposed; without it while Identity is away.</summary>
    public async Task<IReadOnlyList<PaymentLine>> For(string payee, IReadOnlyList<PaymentLine> lines, CancellationToken cancellation)
    {
        PaymentLine[] unclear = [.. lines.Where(IsUnclear)];

        if (unclear is [])
        {
            return lines;
        }

        var debtors = await cases.OwingOneOf(payee, unclear.Select(it => it.Amount), cancellation);

        if (debtors is [])
        {
            return lines;
        }

        try
        {
            var names = (await identity.KanaNames([.. debtors.Select(it => it.PhysicianId).Distinct()], cancellation))
                .ToDictionary(it => it.PhysicianId, it => PayerName.Key(it.FamilyNameKana + it.GivenNameKana));

            return [.. lines.Select(line => IsUnclear(line) ? line with { Proposals = Fitting(line, debtors, names) } : line)];
        }
        catch (HttpRequestException e)
        {
            logger.LogWarning(e, "Identity is away, so no applications are proposed for transfers");
            return lines;
        }
    }

    private static bool IsUnclear(PaymentLine line) =>
        line is { Status: LineStatus.Open, Finding: LineFinding.Unknown or LineFinding.Ambiguous, Payer: not null };

    private static string[] Fitting(PaymentLine line, IReadOnlyList<FeeCases.Debtor> debtors, Dictionary<Guid, string> names)
    {
        var payer = PayerName.Key(line.Payer ?? string.Empty);

        return
        [
            .. debtors
                .Where(it => it.Due == line.Amount && names.GetValueOrDefault(it.PhysicianId) is { Length: > 0 } name && payer.Contains(name, StringComparison.Ordinal))
                .Select(it => it.ReceiptNumber),
        ];
    }
}
