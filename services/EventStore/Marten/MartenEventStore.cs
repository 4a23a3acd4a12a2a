using System.Diagnostics;
using JasperFx.Events;
using Marten;
using Marten.Events.Archiving;
using Marten.Services;
using Npgsql;

namespace Mamis.EventStore.Marten;

/// <summary>The second engine: Marten's own appends, queries and archiving, on the same tables.</summary>
/// <remarks>
/// Whatever can be refused is asked before Marten is: the streams are claimed, inbox and views are written. Marten left
/// alone would draw sequence numbers before it holds a lock that <see cref="Postgres.EventFeed"/> can see, name only the
/// first stream in conflict, and store a tombstone event for every append that failed.
/// </remarks>
public sealed class MartenEventStore(
    IDocumentStore store, NpgsqlDataSource database, EventCatalog catalog, IEnumerable<IInlineView> views, AppendSignal signal, TimeProvider clock)
    : EventStoreEngine(signal, clock)
{
    private const string TraceParent = "traceparent";

    private readonly IInlineView[] _views = [.. views];

    public override async Task Archive(Guid streamId, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Events.ArchiveStream(streamId);
        await session.SaveChangesAsync(cancellation);
    }

    protected override async Task<IReadOnlyList<StoredEvent>> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, CancellationToken cancellation)
    {
        var ids = streamIds.ToArray();
        await using var session = store.QuerySession();
        var events = session.Events.QueryAllRawEvents().Where(it => it.MaybeArchived() && it.StreamId.IsOneOf(ids));

        if (at.Version is { } version)
        {
            events = events.Where(it => it.Version <= version);
        }

        if (at.Moment is { } moment)
        {
            events = events.Where(it => it.Timestamp <= moment);
        }

        return [.. (await events.OrderBy(it => it.StreamId).ThenBy(it => it.Version).ToListAsync(cancellation)).Select(Stored)];
    }

    protected override async Task Execute(Changes changes, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ClaimStatements.Execute(connection, changes, events, catalog, _views, cancellation);
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        session.CorrelationId = Activity.Current?.TraceId.ToString();
        session.CausationId = null;

        foreach (var stream in events.GroupBy(it => it.StreamId))
        {
            session.Events.Append(stream.Key, stream.Max(it => it.Version), stream.Select(it => ForMarten(session, it)));
        }

        await session.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IEvent ForMarten(IDocumentSession session, StoredEvent e)
    {
        var it = session.Events.BuildEvent(e.Data);
        it.Id = e.Id;
        it.Timestamp = e.Timestamp;

        if (e.TraceParent is { } parent)
        {
            it.SetHeader(TraceParent, parent);
        }

        return it;
    }

    private static StoredEvent Stored(IEvent e) => new()
    {
        Sequence = e.Sequence,
        Id = e.Id,
        StreamId = e.StreamId,
        Version = e.Version,
        Timestamp = e.Timestamp.ToUniversalTime(),
        Data = e.Data,
        TraceParent = e.GetHeader(TraceParent)?.ToString(),
    };
}
