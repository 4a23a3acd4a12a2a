using System.Diagnostics;
using System.Runtime.CompilerServices;
using Mamis.EventStore.Postgres;
using Marten;
using Marten.Events.Archiving;
using Marten.Services;
using Npgsql;

namespace Mamis.EventStore.Marten;

/// <summary>The second engine: Marten's own appends, queries and archiving, on the same tables.</summary>
/// <remarks>
/// The streams are claimed before Marten is asked, and views and inbox written after it, all in one transaction. Marten left
/// alone draws sequence numbers before it holds a lock that <see cref="EventFeed"/> can see, names only the first stream in
/// conflict, and stores a tombstone, an event that nobody knows, for what fails in its own batch.
/// </remarks>
public sealed class MartenEventStore(
    IDocumentStore store, NpgsqlDataSource database, EventCatalog catalog, IEnumerable<IInlineView> views, AppendSignal signal, TimeProvider clock)
    : EventStoreEngine(signal, clock)
{
    /// <summary>Tells readers that this transaction draws no number below the next one, so that it need not fill older gaps.</summary>
    private const string Tell =
        "select pg_advisory_xact_lock_shared(mamis_drawn_lock() + last_value + is_called::int) from mt_events_sequence";

    private readonly IInlineView[] _views = [.. views];

    public override async Task Archive(Guid streamId, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Events.ArchiveStream(streamId);
        await session.SaveChangesAsync(cancellation);
    }

    protected override async IAsyncEnumerable<StoredEvent> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, [EnumeratorCancellation] CancellationToken cancellation)
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

        foreach (var e in await events.OrderBy(it => it.StreamId).ThenBy(it => it.Version).ToListAsync(cancellation))
        {
            yield return MartenEvents.FromMarten(e);
        }
    }

    protected override async Task Execute(Changes changes, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        if (events.Count > 0)
        {
            await Run(connection, [Claim(changes.Streams, events[0].Timestamp), new(Tell)], cancellation);
            await Append(transaction, events, cancellation);
        }

        await Run(connection, [.. AppendStatements.Beside(changes, events, _views).Select(it => it.ToBatchCommand())], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task Append(NpgsqlTransaction transaction, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        session.CorrelationId = Activity.Current?.TraceId.ToString();
        session.CausationId = null;

        foreach (var stream in events.GroupBy(it => it.StreamId))
        {
            session.Events.Append(stream.Key, stream.Max(it => it.Version), stream.Select(session.ForMarten));
        }

        await session.SaveChangesAsync(cancellation);
    }

    private NpgsqlBatchCommand Claim(IReadOnlyList<StreamAppend> streams, DateTimeOffset now) => new("select mamis_claim($1, $2, $3, $4, $5)")
    {
        Parameters =
        {
            new() { Value = streams.Select(it => it.StreamId).ToArray() },
            new() { Value = streams.Select(it => catalog.StreamAlias(it.State)).ToArray() },
            new() { Value = streams.Select(it => it.ExpectedVersion).ToArray() },
            // Claimed where they are: it is Marten that counts the events.
            new() { Value = new int[streams.Count] },
            new() { Value = now.ToUniversalTime() },
        },
    };

    private static async Task Run(NpgsqlConnection connection, IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);

        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
