using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The reader's inquiries, or the queue of the reader's desk.</summary>
public sealed record Inquiries([property: JsonPropertyName("inquiries")] IReadOnlyList<InquiryLine> Items, int Total, SupportHours Support);

/// <summary>One of them, and for how many days it has waited for an answer.</summary>
public sealed record InquiryLine(Inquiry Inquiry, int? WaitingDays);

/// <summary>What stands on the outside of an inquiry.</summary>
public sealed record Inquiry(
    Guid Id, Guid PhysicianId, string Desk, Guid? ApplicationId, string State, Guid? AssignedTo, DateTimeOffset OpenedAt, DateTimeOffset ChangedAt)
{
    public bool IsClosed => State == "closed";
}

/// <summary>One inquiry with all that was written and done.</summary>
public sealed record InquiryThread(Inquiry Inquiry, IReadOnlyList<InquiryEntry> Entries, bool MayAct, SupportHours Support);

/// <summary>One message or one step.</summary>
public sealed record InquiryEntry(DateTimeOffset At, string What, Guid? Staff, string? Text)
{
    public bool IsMessage => What is "asked" or "answered";
}

/// <summary>When the support centre is there on weekdays.</summary>
public sealed record SupportHours(TimeOnly From, TimeOnly To, bool Open);

/// <summary>Words that the reader's desk answers with again and again.</summary>
public sealed record AnswerTemplates([property: JsonPropertyName("templates")] IReadOnlyList<AnswerTemplate> Items)
{
    public const string Address = "/api/notifications/answer-templates";
}

/// <summary>One of them.</summary>
public sealed record AnswerTemplate(Guid Id, string Title, string Text);
