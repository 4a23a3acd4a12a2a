using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The reader's notices.</summary>
public sealed record Notices([property: JsonPropertyName("notices")] IReadOnlyList<Notice> Items, Guid? Next);

/// <summary>One notice.</summary>
public sealed record Notice(
    Guid Id, string Kind, string Association, string? Scheme, DateOnly? ValidTo, DateTimeOffset ScheduledAt, string State, string? Channel);

/// <summary>A notice with the words it went out with and the steps of its delivery.</summary>
public sealed record NoticeHistory(Notice Notice, SentText? Text, IReadOnlyList<Delivery> Deliveries);

/// <summary>What a notice said.</summary>
public sealed record SentText(string Subject, string Body);

/// <summary>One step of a delivery.</summary>
public sealed record Delivery(DateTimeOffset At, string What, string? Channel);
