namespace Mamis.EventStore.Publishing;

/// <summary>What other services hear of what happened here: translates an event to a contract, or to nothing.</summary>
public interface IPublisher
{
    /// <summary>The contract for an event, or null when nobody else needs to hear of it. Pure: the same event, the same contract.</summary>
    object? Translate(StoredEvent e);
}

/// <summary>A contract on its way to the broker, under the id of its event.</summary>
public sealed record OutgoingMessage(Guid Id, object Contract, string? TraceParent);

/// <summary>Hands a message to the broker and returns when the broker has confirmed that it keeps it.</summary>
public delegate Task PublishMessage(OutgoingMessage message, CancellationToken cancellation);
