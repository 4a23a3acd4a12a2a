namespace Mamis.EventStore;

/// <summary>One event as the store keeps it.</summary>
public sealed record StoredEvent
{
    /// <summary>Position among all events of the store. Zero in an inline view: it is drawn later, in the same transaction.</summary>
    public long Sequence { get; init; }

    /// <summary>Identifies the event everywhere; also the message id under which it is published.</summary>
    public required Guid Id { get; init; }

    public required Guid StreamId { get; init; }

    /// <summary>Position in its stream, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>UTC, from the clock of the node that appended it.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The event itself, upcast to its present shape.</summary>
    public required object Data { get; init; }

    /// <summary>W3C trace parent of the request that caused it, so that a trace goes on behind the broker.</summary>
    public string? TraceParent { get; init; }
}
