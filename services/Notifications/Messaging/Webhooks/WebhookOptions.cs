using System.ComponentModel.DataAnnotations;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>How webhooks are delivered from this installation.</summary>
public sealed record WebhookOptions
{
    /// <summary>Servers as <c>host:port</c> that may stand inside of the network, and be spoken to without TLS: for development and tests.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>So long a server may take for its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>So many deliveries go to one webhook at a time.</summary>
    [Range(1, 16)]
    public int AtOncePerWebhook { get; init; } = 2;

    public bool Allows(string host, int port) => Allowed.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);
}
