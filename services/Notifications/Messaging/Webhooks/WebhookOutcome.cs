namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>What came of one try: the status the server answered, or why there was none.</summary>
public sealed record WebhookOutcome(int? Status, WebhookFault? Fault)
{
    private const int Gone = 410;

    public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>Nobody is there any more, and the receiver says so.</summary>
    public bool IsGone => Status == Gone;
}

/// <summary>Why a server gave no answer.</summary>
public enum WebhookFault
{
    /// <summary>No connection, or it broke.</summary>
    NotReached,

    /// <summary>Its certificate or its protocol is no good.</summary>
    TlsFailed,

    /// <summary>It took too long.</summary>
    NoAnswerInTime,

    /// <summary>Its name leads into somebody's network by now.</summary>
    AddressForbidden,
}
