using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>Applications of the reader.</summary>
public sealed record Applications([property: JsonPropertyName("applications")] IReadOnlyList<ApplicationCase> Items);

/// <summary>An application in a list.</summary>
public sealed record ApplicationCase(
    Guid Id, Guid PhysicianId, string Scheme, string Kind, string Status, string? Desk, string? ReceiptNumber, DateOnly? SubmittedOn);

/// <summary>One application with its history.</summary>
public sealed record Application(
    Guid Id, Guid PhysicianId, string Scheme, string Kind, string Status, string ReceiptNumber, IReadOnlyList<string> Desks, string? Desk,
    IReadOnlyList<Guid> Entries, int Fee, bool FeePaid, bool PaperOriginalRequired, bool PaperOriginalReceived, IReadOnlyList<Document> Documents,
    IReadOnlyList<Remark> Remarks, IReadOnlyList<Step> History, long Version, Guid? CertificateId = null,
    OwnRound? Intake = null, OwnRound? IntakeToday = null, FeeAccount? FeeAccount = null)
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
