using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>An address outside that hears of what happens, as its stream tells it.</summary>
public sealed record Webhook : IEvolve<Webhook>
{
    public string Name { get; init; } = string.Empty;

    public string Url { get; init; } = string.Empty;

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public WebhookState State { get; init; }

    public int SecretVersion { get; init; }

    /// <summary>Whether there is one to change or to send to.</summary>
    public bool Exists => State is WebhookState.Active or WebhookState.Paused;

    public Webhook Evolve(object @event) => @event switch
    {
        WebhookRegistered e => this with { Name = e.Name, Url = e.Url, Kinds = e.Kinds, State = WebhookState.Active, SecretVersion = 1 },
        WebhookKindsChanged e => this with { Kinds = e.Kinds },
        WebhookSecretRotated e => this with { SecretVersion = e.Version },
        WebhookPaused => this with { State = WebhookState.Paused },
        WebhookResumed => this with { State = WebhookState.Active },
        WebhookRemoved => this with { State = WebhookState.Removed },
        _ => this,
    };
}

/// <summary>Whether a webhook is sent to.</summary>
public enum WebhookState
{
    None,
    Active,
    Paused,
    Removed,
}

/// <summary>Why a webhook is not sent to.</summary>
public enum PauseReason
{
    /// <summary>The JMA wanted it.</summary>
    ByStaff,

    /// <summary>Its server said that it is gone for good (410).</summary>
    Gone,

    /// <summary>Its server took a delivery on none of the days it was tried.</summary>
    NotReached,
}
