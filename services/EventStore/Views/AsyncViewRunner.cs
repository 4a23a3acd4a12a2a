using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore.Views;

/// <summary>Keeps one asynchronous view up to date; rows and position move in one transaction, so each event counts once.</summary>
public sealed class AsyncViewRunner<TView>(
    TView view, ViewRebuild rebuild, NpgsqlDataSource database, EventCatalog catalog, AppendSignal signal, TimeProvider clock,
    ILogger<AsyncViewRunner<TView>> logger)
    : Subscription(ViewVersions.Progress(view), database, catalog, signal, clock, logger)
    where TView : IAsyncView
{
    private readonly NpgsqlDataSource _database = database;

    protected override Task Prepare(CancellationToken cancellation) => rebuild.WhereStale(view, cancellation);

    protected override async Task Handle(IReadOnlyList<StoredEvent> events, long from, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);

        foreach (var statement in view.Project(events))
        {
            batch.BatchCommands.Add(statement.ToBatchCommand());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }

        await Progress.Move(connection, Name, from, events[^1].Sequence, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
