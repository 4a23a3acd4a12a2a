using Mamis.EventStore.Views;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>Creates the database and the tables of a service; two nodes starting together do it one after the other.</summary>
public sealed class StoreSetup(
    NpgsqlDataSource database, StoreAddress address, IEnumerable<IView> views, IEnumerable<ServiceTables> tables,
    ViewRebuild rebuild)
{
    private const long SetupLock = 0x4d414d4953;

    public async Task Apply(CancellationToken cancellation)
    {
        await CreateDatabase(cancellation);
        await CreateTables(cancellation);
        await Rebuild(cancellation);
    }

    private async Task CreateTables(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        await Execute(connection, $"select pg_advisory_xact_lock({SetupLock})", cancellation);
        await Execute(connection, Resource("Schema.sql"), cancellation);

        foreach (var schema in tables.Select(it => it.Sql))
        {
            await Execute(connection, schema, cancellation);
        }

        foreach (var view in views)
        {
            await CreateWhereNew(connection, view, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Inline views are written with every append, so the first append has to find them in the version it was compiled for.</summary>
    /// <remarks>Asynchronous views are rebuilt by the node that leads them, while the old ones are read.</remarks>
    private async Task Rebuild(CancellationToken cancellation)
    {
        foreach (var view in views.OfType<IInlineView>())
        {
            await rebuild.WhereStale(view, cancellation);
        }
    }

    /// <summary>A view without history begins empty; one that comes later to a store with events is built from them.</summary>
    private static async Task CreateWhereNew(NpgsqlConnection connection, IView view, CancellationToken cancellation)
    {
        await using var isNew = new NpgsqlCommand(
            "select not exists (select 1 from mamis_views where name = $1) and ($2 or not exists (select 1 from mt_events))", connection);
        isNew.Parameters.Add(new() { Value = view.Name });
        isNew.Parameters.Add(new() { Value = view is IAsyncView });

        if (await isNew.ExecuteScalarAsync(cancellation) is true)
        {
            await Execute(connection, view.Schema, cancellation);
            await using var note = new NpgsqlBatch(connection) { BatchCommands = { ViewVersions.Note(view) } };
            await note.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task CreateDatabase(CancellationToken cancellation)
    {
        var wanted = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        var name = wanted.Database ?? throw new InvalidOperationException("The connection string names no database.");

        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateDatabase(wanted, name, cancellation);
        }
    }

    private static async Task CreateDatabase(NpgsqlConnectionStringBuilder wanted, string name, CancellationToken cancellation)
    {
        wanted.Database = "postgres";
        await using var connection = new NpgsqlConnection(wanted.ConnectionString);
        await connection.OpenAsync(cancellation);

        try
        {
            await Execute(connection, $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was faster.
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(StoreSetup).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new System.IO.StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Where the database of the service is, with the password, which the data source keeps to itself.</summary>
public sealed record StoreAddress(string ConnectionString);

/// <summary>Tables of a service that are no view: documents, copies of what other services own. Repeatable statements.</summary>
public sealed record ServiceTables(string Sql);
