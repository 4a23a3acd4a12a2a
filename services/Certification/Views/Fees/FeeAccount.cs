using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>How the fee of an application stands: what to pay to whom under which number, and what became of it.</summary>
/// <param name="Payee">The first desk, whose say the fee is (domain.md 3.9).</param>
/// <param name="Account">Where to transfer it; null where the association told none, and money is taken at its counter.</param>
/// <param name="Reference">To be written before the payer's name.</param>
/// <param name="ReceivedOn">The day the last of it came; null while something is owed.</param>
/// <param name="Reason">Why it was waived or refunded; null where it was not.</param>
public sealed record FeeAccount(
    FeeStatus Status, int Amount, int Received, int Outstanding, string Payee, PayeeAccount? Account, string Reference, DateOnly? ReceivedOn, string? Reason)
{
    public static async Task<FeeAccount?> Of(
        Guid id, Application it, IReadOnlyList<StoredEvent> history, Payees payees, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (it.Desks is not [var payee, ..])
        {
            return null;
        }

        var reason = history.Select(RemarkOf).LastOrDefault(remark => remark is not null);
        var why = reason is null ? null : await FeeReason.Of(id, database, cancellation);
        var received = history.Select(e => e.Data).OfType<FeeRecorded>().LastOrDefault();

        return new(
            StatusOf(it, reason is not null), it.Fee, it.FeeReceived, it.FeeOutstanding, payee, payees.AccountOf(payee),
            TransferReference.Of(new(id)).Digits, it.FeePaid ? received?.ReceivedOn : null, reason is { } words ? why?.GetValueOrDefault(words.Value) : null);
    }

    private static RemarkId? RemarkOf(StoredEvent e) => e.Data switch
    {
        FeeWaived it => it.Remark,
        FeeRefunded it => it.Remark,
        _ => null,
    };

    private static FeeStatus StatusOf(Application it, bool hasReason) => it switch
    {
        { FeePaid: true } => FeeStatus.Paid,
        { FeeIsWaived: true } => FeeStatus.Waived,
        { FeeReceived: > 0 } => FeeStatus.Part,
        _ => hasReason ? FeeStatus.Refunded : FeeStatus.Unpaid,
    };
}

/// <summary>How far a fee has come.</summary>
public enum FeeStatus
{
    Unpaid,
    Part,
    Paid,
    Waived,
    Refunded,
}
