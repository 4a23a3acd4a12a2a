using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Support;
using Npgsql;

namespace Mamis.EventStore.Tests.Publishing;

/// <summary>A broker that survives every crash of its clients and keeps what it confirmed in the order of its arrival: a table.</summary>
public sealed class Broker(NpgsqlDataSource database)
{
    public const string Table =
        "create table if not exists broker (seq bigserial primary key, message_id uuid not null, stream_id uuid not null, version bigint not null)";

    public async Task Publish(OutgoingMessage message, CancellationToken cancellation)
    {
        var told = (Told)message.Contract;
        await using var command = database.CreateCommand("insert into broker (message_id, stream_id, version) values ($1, $2, $3)");
        command.Parameters.Add(new() { Value = message.Id });
        command.Parameters.Add(new() { Value = told.StreamId });
        command.Parameters.Add(new() { Value = told.Version });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<IReadOnlyList<Delivery>> Deliveries(StoreHost host) =>
        await host.Database.Query<Delivery>("select message_id, stream_id, version from broker order by seq");
}

/// <summary>A message as the broker delivers it.</summary>
public sealed record Delivery(Guid MessageId, Guid StreamId, long Version);
