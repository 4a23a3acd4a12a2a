using Mamis.Kernel;

namespace Mamis.EventStore;

/// <summary>All that one transaction does: events on any number of streams, rows beside them, the messages it answers.</summary>
public sealed class Changes
{
    private readonly List<StreamAppend> _streams = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<Sql> _rows = [];
    private readonly List<HandledMessage> _handled = [];
    private readonly List<StoreCommand> _commands = [];

    public IReadOnlyList<StreamAppend> Streams => _streams;

    public IReadOnlyList<Sql> Rows => _rows;

    public IReadOnlyList<HandledMessage> HandledMessages => _handled;

    public IReadOnlyList<StoreCommand> Commands => _commands;

    public bool IsEmpty => _streams.Count + _rows.Count + _handled.Count + _commands.Count == 0;

    /// <summary>Appends events to a stream that must be at the expected version; 0 means that it must not exist.</summary>
    /// <remarks>Named a second time, a stream goes on where the first time left it, and has to be expected there.</remarks>
    public Changes Append<TState>(Guid streamId, long expectedVersion, IReadOnlyList<object> events)
        where TState : class, IEvolve<TState>, new()
    {
        if (events.Count == 0)
        {
            return this;
        }

        if (_places.TryAdd(streamId, _streams.Count))
        {
            _streams.Add(new(streamId, typeof(TState), expectedVersion, events));
        }
        else
        {
            _streams[_places[streamId]] = _streams[_places[streamId]].Then(expectedVersion, events);
        }

        return this;
    }

    /// <summary>Writes rows that must stand or fall with the events: a document, a copy, an idempotency key.</summary>
    public Changes Write(Sql rows)
    {
        _rows.Add(rows);
        return this;
    }

    /// <summary>Remembers for good that a consumer has had the effect of these messages.</summary>
    public Changes Handled(string consumer, params IEnumerable<Guid> messageIds)
    {
        _handled.AddRange(messageIds.Select(id => new HandledMessage(consumer, id)));
        return this;
    }

    /// <summary>Leaves work to be done after the commit, once, by whichever node takes it first.</summary>
    public Changes Leave(StoreCommand command)
    {
        _commands.Add(command);
        return this;
    }
}

/// <summary>Events for one stream and the version it has to be at.</summary>
public sealed record StreamAppend(Guid StreamId, Type State, long ExpectedVersion, IReadOnlyList<object> Events)
{
    internal StreamAppend Then(long expectedVersion, IReadOnlyList<object> events) =>
        expectedVersion == ExpectedVersion + Events.Count
            ? this with { Events = [.. Events, .. events] }
            : throw new ArgumentException($"Stream {StreamId} would be at {ExpectedVersion + Events.Count} by then, not at {expectedVersion}.");
}

/// <summary>A row of the inbox.</summary>
public sealed record HandledMessage(string Consumer, Guid MessageId);

/// <summary>Work that is no event, such as one mail to send: taken by one node, tried again with growing waits.</summary>
/// <param name="Id">Leaving the same id twice leaves the work once.</param>
/// <param name="Kind">Which worker takes it.</param>
/// <param name="Payload">What the worker needs: ids, never personal data.</param>
/// <param name="Due">Not before this instant, UTC.</param>
public sealed record StoreCommand(Guid Id, string Kind, object Payload, DateTimeOffset Due);
