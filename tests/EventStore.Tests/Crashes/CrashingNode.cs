using System.Diagnostics;
using Mamis.EventStore.Postgres;
using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Publishing;
using Mamis.EventStore.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mamis.EventStore.Tests.Crashes;

/// <summary>A node of a service in a process of its own: appends, publishes, and kills itself at the point it was told.</summary>
public sealed class CrashingNode : IDisposable
{
    private readonly CrashPoint _point;
    private readonly NpgsqlDataSource _database;
    private readonly PostgresEventStore _store;
    private readonly Publisher _publisher;
    private readonly Guid[] _streams;
    private readonly TaskCompletionSource _publishing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _published;

    private CrashingNode(CrashPoint point, string connection, Guid[] streams)
    {
        _point = point;
        _streams = streams;
        _database = NpgsqlDataSource.Create(connection);
        var signal = new AppendSignal();
        var catalog = new EventCatalog().Stream<Account>(typeof(UnitsPosted));
        var broker = new Broker(_database);
        _store = new PostgresEventStore(_database, catalog, [], signal, TimeProvider.System);
        _publisher = new(new Telling(), PublishAndCrash, _database, catalog, signal, TimeProvider.System, NullLogger<Publisher>.Instance);

        async Task PublishAndCrash(OutgoingMessage message, CancellationToken cancellation)
        {
            if (point is CrashPoint.DuringShutdown)
            {
                _publishing.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            await broker.Publish(message, CancellationToken.None);

            if (Interlocked.Increment(ref _published) > 1 && point is CrashPoint.AfterPublishBeforePosition or CrashPoint.DuringShutdown)
            {
                Die();
            }
        }
    }

    public static async Task Main(string[] args)
    {
        using var node = new CrashingNode(Enum.Parse<CrashPoint>(args[0]), args[1], [.. args[2..].Select(Guid.Parse)]);
        await node.Run();
    }

    public void Dispose()
    {
        _publisher.Dispose();
        _database.Dispose();
    }

    private static void Die() => Process.GetCurrentProcess().Kill();

    private async Task Run()
    {
        if (_point is CrashPoint.BeforeAppend)
        {
            Die();
        }

        // Appended before the publisher starts: what an earlier life left behind must not end this one before its own append.
        var last = await Append();

        if (_point is CrashPoint.AfterAppend)
        {
            Die();
        }

        await _publisher.StartAsync(CancellationToken.None);

        if (_point is CrashPoint.DuringShutdown)
        {
            await _publishing.Task;
            await _publisher.StopAsync(CancellationToken.None);
        }

        while (_point is CrashPoint.None || await Progress.Of(_database, "mamis:publisher", CancellationToken.None) < last)
        {
            await Task.Yield();
        }

        Die();
    }

    /// <summary>Two events on each stream; answers the position of the last event.</summary>
    private async Task<long> Append()
    {
        var known = await _store.LoadMany<Account>(_streams, CancellationToken.None);
        var changes = _streams.Aggregate(
            new Changes(), (all, id) => all.Append<Account>(id, known[id].Version, [Accounts.Posted(1), Accounts.Posted(1)]));
        await _store.Append(changes, CancellationToken.None);

        await using var command = _database.CreateCommand("select max(seq_id) from mt_events");
        return await command.ExecuteScalarAsync() is long last ? last : 0;
    }
}
