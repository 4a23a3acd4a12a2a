using Mamis.Certification.Domain.Fees;

namespace Mamis.Certification.Views.Fees;

/// <summary>One transfer as the payee's clerks see it.</summary>
public sealed record PaymentLine
{
    public const string Select =
        """
        select l.id, l.amount, l.value_day, l.finding, l.status, l.application_id, l.refund_due, c.receipt_number, c.fee - c.received as due, t.payer, t.memo
        from bank_line l left join bank_line_text t on t.line_id = l.id left join fee_case c on c.application_id = l.application_id
        """;

    public Guid Id { get; init; }

    public int Amount { get; init; }

    public DateOnly ValueDay { get; init; }

    public LineFinding Finding { get; init; }

    public LineStatus Status { get; init; }

    /// <summary>The application its reference names or a clerk named; null where there is none.</summary>
    public Guid? ApplicationId { get; init; }

    public string? ReceiptNumber { get; init; }

    /// <summary>What that application still owes.</summary>
    public int? Due { get; init; }

    public int? RefundDue { get; init; }

    /// <summary>Null once the time for which names are kept is over.</summary>
    public string? Payer { get; init; }

    public string? Memo { get; init; }

    /// <summary>Receipt numbers of applications that owe this amount and whose applicant has the payer's name; nothing is done with them by itself.</summary>
    public IReadOnlyList<string> Proposals { get; init; } = [];
}
