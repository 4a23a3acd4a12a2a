using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Services.Json.Transformations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;

namespace Mamis.EventStore.Marten;

/// <summary>Sets Marten up so that it finds the tables as they are and writes in them what the other engine writes.</summary>
internal static class MartenEngine
{
    public static IServiceCollection AddMartenEngine(this IServiceCollection services) => services
        .AddSingleton<IDocumentStore>(it => Open(it.GetRequiredService<NpgsqlDataSource>(), it.GetRequiredService<EventCatalog>()))
        .AddSingleton(it => new ServiceTables(Functions(it.GetRequiredService<IDocumentStore>())))
        .AddSingleton<IEventStore, MartenEventStore>();

    private static DocumentStore Open(NpgsqlDataSource database, EventCatalog catalog) => DocumentStore.For(options =>
    {
        options.Connection(database);
        // It would drop what it does not know; the tables are those of Schema.sql.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EventJson.Options, EnumStorage.AsString, Casing.Default);
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        // The one mode that keeps the times given to it and draws the numbers where the events are written.
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;

        foreach (var type in catalog.EventTypes)
        {
            options.Events.MapEventType(type, catalog.Alias(type));
        }

        foreach (var (alias, type) in catalog.Names)
        {
            options.Events.Upcast(type, alias, new JsonTransformation((_, row, column) => catalog.Read(alias, row.GetString(column))));
        }
    });

    /// <summary>The functions Marten appends and archives with, in its own words and for its own version.</summary>
    private static string Functions(IDocumentStore store)
    {
        using var sql = new StringWriter();
        var migrator = new PostgresqlMigrator();

        foreach (var function in store.Storage.AllObjects().OfType<Function>())
        {
            function.WriteCreateStatement(migrator, sql);
        }

        return sql.ToString();
    }
}
