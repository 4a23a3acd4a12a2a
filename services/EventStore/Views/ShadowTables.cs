using Mamis.EventStore.Postgres;
using Npgsql;

namespace Mamis.EventStore.Views;

/// <summary>The tables of a view in a schema of their own, until they take the place of the live ones.</summary>
internal sealed class ShadowTables(IView view)
{
    private const string Schema = "rebuild";
    private const string Live = "public";
    private const int Page = 1_000;

    /// <summary>Every event up to here is in the shadow for good.</summary>
    public long Position { get; set; }

    public async Task Create(NpgsqlConnection connection)
    {
        await Execute(connection, $"create schema if not exists {Schema}");

        await Drop(connection, Schema);
        await InShadow(connection);
        await Execute(connection, view.Schema);
    }

    public async Task Write(NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await InShadow(connection);
        await using var batch = new NpgsqlBatch(connection);

        foreach (var statement in view.Project(events))
        {
            batch.BatchCommands.Add(statement.ToBatchCommand());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Keeps the writers of the view out, adds what is still missing, and puts the shadow in the place of the live tables.</summary>
    /// <returns>False when an append that the live tables already show cannot be read safely yet.</returns>
    public async Task<bool> TakesPlace(NpgsqlConnection connection, EventFeed feed, CancellationToken cancellation)
    {
        await Execute(connection, "set local lock_timeout = '1s'");
        var reached = await Hold(connection, cancellation);

        while (await feed.Next(Page, cancellation) is { Count: > 0 } events)
        {
            await Write(connection, events, cancellation);
        }

        if (feed.Position < reached)
        {
            return false;
        }

        await Drop(connection, Live);

        foreach (var table in view.Tables)
        {
            await Execute(connection, $"alter table {Schema}.{table} set schema {Live}");
        }

        await Note(connection, feed.Position, cancellation);
        return true;
    }

    /// <summary>Returns the position that the live tables have reached, so that nobody sees a view go back.</summary>
    private async Task<long> Hold(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (view is IInlineView)
        {
            // The same order as an append, which therefore waits or is waited for.
            await Execute(connection, "lock table mt_streams, mt_events in share mode");
            return 0;
        }

        foreach (var table in view.Tables)
        {
            await Execute(connection, $"lock table {Live}.{table} in access exclusive mode");
        }

        await using var command = new NpgsqlCommand("select last_seq_id from mt_event_progression where name = $1", connection);
        command.Parameters.Add(new() { Value = ViewVersions.Progress(view) });
        return await command.ExecuteScalarAsync(cancellation) is long position ? position : 0;
    }

    private async Task Note(NpgsqlConnection connection, long position, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(ViewVersions.Note(view));

        if (view is IAsyncView)
        {
            batch.BatchCommands.Add(new(
                """
                insert into mt_event_progression (name, last_seq_id) values ($1, $2)
                on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = transaction_timestamp()
                """)
            {
                Parameters = { new() { Value = ViewVersions.Progress(view) }, new() { Value = position } },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>All at once, since tables of a view may refer to each other.</summary>
    private Task Drop(NpgsqlConnection connection, string schema) =>
        Execute(connection, $"drop table if exists {string.Join(", ", view.Tables.Select(it => $"{schema}.{it}"))}");

    private static Task InShadow(NpgsqlConnection connection) => Execute(connection, $"set local search_path to {Schema}, {Live}");

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
