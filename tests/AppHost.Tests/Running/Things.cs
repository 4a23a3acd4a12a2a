using Npgsql;
using RabbitMQ.Client;

namespace Mamis.AppHost.Tests.Running;

/// <summary>A row and a message that must outlive whatever happens to the servers.</summary>
public static class Things
{
    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    public static async Task Store(Dictionary<string, string> environment, string name)
    {
        await using var database = NpgsqlDataSource.Create(environment["ConnectionStrings__things-db"]);
        await using var create = database.CreateCommand($"create table {name} as select 1 as id");
        await create.ExecuteNonQueryAsync();

        await using var connection = await Connect(environment);
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, Quorum);
        await channel.BasicPublishAsync(string.Empty, name, mandatory: true, new BasicProperties { Persistent = true }, new byte[] { 1 });
    }

    public static async Task<bool> AreStored(Dictionary<string, string> environment, string name)
    {
        await using var database = NpgsqlDataSource.Create($"{environment["ConnectionStrings__things-db"]};Pooling=false");
        await using var count = database.CreateCommand($"select count(*) from {name}");
        var rows = await count.ExecuteScalarAsync() as long?;

        await using var connection = await Connect(environment);
        await using var channel = await connection.CreateChannelAsync();
        return rows == 1 && await channel.BasicGetAsync(name, autoAck: false) is not null;
    }

    private static Task<IConnection> Connect(Dictionary<string, string> environment) =>
        new ConnectionFactory { Uri = new(environment["ConnectionStrings__rabbitmq"]) }.CreateConnectionAsync();
}
