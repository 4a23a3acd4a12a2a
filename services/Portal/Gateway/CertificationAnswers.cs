namespace Mamis.Portal.Gateway;

/// <summary>The certificates of the reader.</summary>
public sealed record Certificates([property: System.Text.Json.Serialization.JsonPropertyName("certificates")] IReadOnlyList<Certificate> Items);

/// <summary>A certificate as it stands.</summary>
public sealed record Certificate(Guid Id, string Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, DateOnly? GraceUntil);

/// <summary>What the rules say of the credits on a day, and what became of each.</summary>
public sealed record Evaluation(
    bool Eligible, IReadOnlyList<string> Reasons, IReadOnlyList<string> Flags, Counted? Counted, Validity? NewValidity,
    IReadOnlyList<string> DocumentsNeeded, IReadOnlyList<Shortage> Shortages, IReadOnlyList<CreditLine> Credits, IReadOnlyList<string> RuleVersions);

/// <summary>Counted units.</summary>
public sealed record Counted(int? Total, int? Early, int? Update, int? Field, int? Special, int? Late, int? Subjects);

/// <summary>First and last day of a term.</summary>
public sealed record Validity(DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>How much of something is there and how much is asked for.</summary>
public sealed record Shortage(string Code, string? Item, int Required, int Counted);

/// <summary>One credit: counted with how many units, or dropped by which flag.</summary>
public sealed record CreditLine(
    Guid? EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, int CountedUnits, string? Flag);

/// <summary>Applications of the reader.</summary>
public sealed record Applications([property: System.Text.Json.Serialization.JsonPropertyName("applications")] IReadOnlyList<ApplicationCase> Items);

/// <summary>An application in a list.</summary>
public sealed record ApplicationCase(
    Guid Id, Guid PhysicianId, string Scheme, string Kind, string Status, string? Desk, string? ReceiptNumber, DateOnly? SubmittedOn);

/// <summary>What waits at the reader's desk.</summary>
public sealed record Queue(string Desk, [property: System.Text.Json.Serialization.JsonPropertyName("applications")] IReadOnlyList<Waiting> Items);

/// <summary>One case and how long it has waited.</summary>
public sealed record Waiting(ApplicationCase Application, int AgeInDays);

/// <summary>One application with its history.</summary>
public sealed record Application(
    Guid Id, Guid PhysicianId, string Scheme, string Kind, string Status, string ReceiptNumber, IReadOnlyList<string> Desks, string? Desk,
    IReadOnlyList<Guid> Entries, int Fee, bool FeePaid, bool PaperOriginalRequired, bool PaperOriginalReceived, IReadOnlyList<Document> Documents,
    IReadOnlyList<Remark> Remarks, IReadOnlyList<Step> History, long Version)
{
    public bool IsWithPhysician => Status is "draft" or "returned" or "credits-short";

    public bool IsAtFirstDesk => Desks is [var first, ..] && first == Desk;
}

/// <summary>An attached document.</summary>
public sealed record Document(Guid Id, string Kind);

/// <summary>What a desk wrote to the physician.</summary>
public sealed record Remark(string Item, string Text);

/// <summary>One thing that happened.</summary>
public sealed record Step(DateTimeOffset At, string What, string? Desk);

/// <summary>A new application, or the receipt of a submitted one.</summary>
public sealed record Created(Guid Id);

/// <summary>What anybody may know of a certificate.</summary>
public sealed record Verification(string Number, string Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly On, string State);
