using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The programs of integrators that hear of what happens, and the kinds there are.</summary>
public sealed record Webhooks([property: JsonPropertyName("webhooks")] IReadOnlyList<Webhook> Items, IReadOnlyList<string> Kinds);

/// <summary>One of them.</summary>
public sealed record Webhook(
    Guid Id, string Name, string Url, IReadOnlyList<string> Kinds, string State, string? Reason, DateTimeOffset RegisteredAt, DateTimeOffset? FormerUntil);

/// <summary>A new secret, to be shown this once.</summary>
public sealed record WebhookSecret(Guid Id, string Secret, DateTimeOffset? FormerUntil);

/// <summary>What was sent to a webhook, the latest first.</summary>
public sealed record WebhookDeliveries(IReadOnlyList<WebhookDelivery> Deliveries, Guid? Next);

/// <summary>One delivery and how far it has come.</summary>
public sealed record WebhookDelivery(
    Guid Id, Guid MessageId, string Type, string State, int Attempts, DateTimeOffset MadeAt, DateTimeOffset? TriedAt, DateTimeOffset? NextAt, int? Status, string? Fault);
