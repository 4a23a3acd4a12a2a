using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Mamis.EventStore;
using Marten;
using Weasel.Core;

namespace Mamis.Benchmarks.Events;

/// <summary>The peer of S1: Marten as its documentation sets it up, in tables of its own, with an inline snapshot.</summary>
public sealed class PlainMarten : IAsyncDisposable
{
    private readonly DocumentStore _store;

    private PlainMarten(DocumentStore store) => _store = store;

    public static async Task<PlainMarten> Start(string connection)
    {
        var store = DocumentStore.For(options =>
        {
            options.Connection(connection);
            options.DatabaseSchemaName = "plain";
            options.AutoCreateSchemaObjects = AutoCreate.All;
            options.UseSystemTextJsonForSerialization(EventJson.Options, EnumStorage.AsString, Casing.Default);
            options.Events.AppendMode = EventAppendMode.Quick;
            options.Projections.Snapshot<Balance>(SnapshotLifecycle.Inline);
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new(store);
    }

    public async Task Append(IEnumerable<Guid> ledgers)
    {
        await using var session = _store.LightweightSession();

        foreach (var id in ledgers)
        {
            session.Events.StartStream<Balance>(id, Credited.To(id));
        }

        await session.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What <see cref="Balances"/> shows, as a document.</summary>
    public sealed record Balance(Guid Id, int Units, int Entries, DateOnly Last)
    {
        public static Balance Create(IEvent<Credited> e) => new(e.StreamId, e.Data.Units, 1, e.Data.Date);

        public Balance Apply(Credited e) => this with { Units = Units + e.Units, Entries = Entries + 1, Last = e.Date > Last ? e.Date : Last };
    }
}
