using Mamis.EventStore.Publishing;

namespace Mamis.EventStore.Tests.Publishing;

/// <summary>Tells everything as it is.</summary>
public sealed class Telling : IPublisher
{
    public object? Translate(StoredEvent e) => new Told(e.StreamId, e.Version);
}

/// <summary>What is told of an event.</summary>
public sealed record Told(Guid StreamId, long Version);
