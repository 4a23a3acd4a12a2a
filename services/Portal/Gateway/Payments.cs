namespace Mamis.Portal.Gateway;

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
