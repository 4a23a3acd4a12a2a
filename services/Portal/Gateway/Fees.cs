namespace Mamis.Portal.Gateway;

/// <summary>How the fee of an application stands: what to pay to whom under which number, and what became of it.</summary>
public sealed record FeeAccount(
    string Status, int Amount, int Received, int Outstanding, string Payee, PayeeAccount? Account, string Reference, DateOnly? ReceivedOn, string? Reason)
{
    public bool IsOwed => Outstanding > 0;

    public string Tone => Status switch
    {
        "paid" or "waived" => "good",
        "refunded" => "bad",
        _ => "wait",
    };
}

/// <summary>The account an association takes fees on.</summary>
public sealed record PayeeAccount(string Bank, string Branch, string Kind, string Number, string Holder);

/// <summary>Transfers to the reader's association.</summary>
public sealed record Payments(string Payee, int Open, int RefundDue, IReadOnlyList<Payment> Lines);

/// <summary>One transfer; who paid is deleted in time.</summary>
public sealed record Payment(
    Guid Id, int Amount, DateOnly ValueDay, string Finding, string Status, Guid? ApplicationId, string? ReceiptNumber, int? Due, int? RefundDue,
    string? Payer, string? Memo, IReadOnlyList<string> Proposals);

/// <summary>One transfer with what was done with it.</summary>
public sealed record PaymentDetails(Payment Line, IReadOnlyList<PaymentAct> History);

/// <summary>Who did what, when, why.</summary>
public sealed record PaymentAct(DateTimeOffset At, string What, Guid By, string? Why);

/// <summary>What an import of a statement did with each line, or would do.</summary>
public sealed record PaymentReport(
    int Rows, int Received, int ToClarify, int Known, int Skipped, int Refused, bool Stored, IReadOnlyList<PaymentResult> Results);

/// <summary>One line of it, counted from 1.</summary>
public sealed record PaymentResult(int Row, string Result, string? Finding, int? Amount, DateOnly? ValueDay, Guid? ApplicationId, IReadOnlyList<ListMistake> Mistakes);

/// <summary>What is wrong with a line of a list.</summary>
public sealed record ListMistake(string Code, string? Subject);

/// <summary>What a list of approvals did with each case, or would do.</summary>
public sealed record ApprovalReport(int Cases, int Approved, int Unchanged, int Refused, bool Stored, IReadOnlyList<ApprovalResult> Results);

/// <summary>One case of it, as the list named it.</summary>
public sealed record ApprovalResult(string Application, Guid? Id, long? Version, string Result, IReadOnlyList<ListMistake> Mistakes);
