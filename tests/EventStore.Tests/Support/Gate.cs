using Npgsql;

namespace Mamis.EventStore.Tests.Support;

/// <summary>A lock that transactions of a test wait for until it is opened.</summary>
public sealed class Gate : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private Gate(NpgsqlConnection connection, int key)
    {
        _connection = connection;
        Key = key;
    }

    public long Key { get; }

    public static async Task<Gate> Closed(StoreHost host)
    {
        var gate = new Gate(await host.Database.OpenConnectionAsync(), Random.Shared.Next());
        await gate.Execute("select pg_advisory_lock($1)");
        return gate;
    }

    public Task Open() => Execute("select pg_advisory_unlock($1)");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Execute(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { Parameters = { new() { Value = Key } } };
        await command.ExecuteNonQueryAsync();
    }
}
