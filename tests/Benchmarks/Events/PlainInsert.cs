using Mamis.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.Benchmarks.Events;

/// <summary>The limit of S2: one prepared INSERT a transaction, each writer on its connection, with no thought for versions or readers.</summary>
public sealed class PlainInsert : IAsyncDisposable
{
    private const string Insert =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        values (nextval('mt_events_sequence'), $1, $2, $3, $4, $5, $6, $7)
        """;

    private readonly EventCatalog _catalog;
    private readonly Writer[] _writers;

    private PlainInsert(EventCatalog catalog, Writer[] writers) => (_catalog, _writers) = (catalog, writers);

    public static async Task<PlainInsert> Start(Node node, int writers)
    {
        var made = new List<Writer>();

        for (var i = 0; i < writers; i++)
        {
            var id = Guid.CreateVersion7();
            await node.Store.Append(new Changes().Append<Ledger>(id, 0, [Credited.To(id)]), CancellationToken.None);
            made.Add(await Writer.Open(node.Database, id));
        }

        return new(node.Catalog, [.. made]);
    }

    public Task Run(int writer) => _writers[writer].Insert(_catalog);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
        {
            await writer.DisposeAsync();
        }
    }

    private sealed class Writer(NpgsqlConnection connection, NpgsqlCommand command, Guid stream) : IAsyncDisposable
    {
        private long _version = 1;

        public static async Task<Writer> Open(NpgsqlDataSource database, Guid stream)
        {
            var connection = await database.OpenConnectionAsync();
            var command = new NpgsqlCommand(PlainInsert.Insert, connection);
            NpgsqlDbType[] types =
            [
                NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Jsonb, NpgsqlDbType.Varchar, NpgsqlDbType.TimestampTz, NpgsqlDbType.Varchar,
            ];
            command.Parameters.AddRange(types.Select(it => new NpgsqlParameter { NpgsqlDbType = it }).ToArray());
            await command.PrepareAsync();
            return new(connection, command, stream);
        }

        public async Task Insert(EventCatalog catalog)
        {
            var (alias, type, json) = catalog.Write(Credited.To(stream));
            object[] values = [Guid.CreateVersion7(), stream, ++_version, json, alias, TimeProvider.System.GetUtcNow(), type];

            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
