using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>What has become of a transfer.</summary>
public enum LineStatus
{
    /// <summary>There is no such transfer.</summary>
    None,

    /// <summary>Waits for a clerk.</summary>
    Open,

    Assigned,

    /// <summary>All of it or the rest of it is to be paid back.</summary>
    RefundDue,

    SetAside,
}

/// <summary>An incoming transfer: only what a decision on it needs.</summary>
public sealed record BankLine : IEvolve<BankLine>
{
    public LineStatus Status { get; init; }

    public string Payee { get; init; } = "";

    public int Amount { get; init; }

    public DateOnly ValueDay { get; init; }

    /// <summary>The application that took it; null while none did.</summary>
    public ApplicationKey? TakenBy { get; init; }

    public BankLine Evolve(object @event) => @event switch
    {
        BankLineTaken e => this with
        {
            Status = e.Finding is LineFinding.Exact ? LineStatus.Assigned : LineStatus.Open,
            Payee = e.Payee,
            Amount = e.Amount,
            ValueDay = e.ValueDay,
            TakenBy = e.Finding is LineFinding.Exact ? e.Application : null,
        },
        BankLineAssigned e => this with { Status = e.RefundDue > 0 ? LineStatus.RefundDue : LineStatus.Assigned, TakenBy = e.Application },
        BankLineRefundNoted => this with { Status = LineStatus.RefundDue },
        BankLineSetAside => this with { Status = LineStatus.SetAside },
        _ => this,
    };
}
