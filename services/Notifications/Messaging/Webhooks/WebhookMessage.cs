using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mamis.Kernel;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>What an integrator is sent: the same few fields around every kind of record.</summary>
/// <param name="Type">One of <see cref="Domain.WebhookKinds"/>.</param>
/// <param name="Version">Of the shape of <paramref name="Data"/>; a new optional field leaves it as it is.</param>
/// <param name="Id">Follows from the event, so whoever gets it twice can tell.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Data">Ids, codes and days; never anything about a person.</param>
public sealed record WebhookMessage(string Type, int Version, Guid Id, DateTimeOffset OccurredAt, object Data)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record of an event of another service.</summary>
    /// <param name="message">The id of the message that told of it.</param>
    public static WebhookMessage Of(string type, Guid message, DateTimeOffset occurredAt, object data) =>
        new(type, 1, DeterministicId.From("webhook-message", type, message), occurredAt.ToUniversalTime(), data);

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
