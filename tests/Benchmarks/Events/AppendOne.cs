using Mamis.Benchmarks.Measuring;
using Mamis.EventStore;
using Mamis.Testing;

namespace Mamis.Benchmarks.Events;

/// <summary>S2: one event a transaction, eight writers, each going on with a ledger of its own.</summary>
public sealed class AppendOne : IBenchmark
{
    private const string Work = "append 1 event, 8 writers";
    private const int Writers = 8;
    private const int Each = 150;
    private const int Rounds = 15;

    public string Id => "S2";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var connection = await NativeServers.CreateDatabase("bench-one");
        await using var postgres = await Node.Start("postgres", connection);
        await using var marten = await Node.Start("marten", connection);
        await using var insert = await PlainInsert.Start(postgres, Writers);

        var ours = Appends(postgres.Store);
        var engine = Appends(marten.Store);
        var limit = SideBySide(insert.Run);
        var rates = await Contest.Run(Rounds, limit, ours, engine);

        return
        [
            rates.Compare(Id, Work, ours, "prepared INSERT into mt_events", limit, 0.8),
            rates.Compare(Id, Work, ours, "Marten engine", engine, 1),
        ];
    }

    private static Contender Appends(IEventStore store)
    {
        var ledgers = Enumerable.Range(0, Writers).Select(_ => new Growing(store, Guid.CreateVersion7())).ToArray();
        return SideBySide(writer => ledgers[writer].Append());
    }

    private static Contender SideBySide(Func<int, Task> append) =>
        new(Writers * Each, () => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await append(writer);
            }
        }))));

    /// <summary>A ledger whose version its only writer knows.</summary>
    private sealed class Growing(IEventStore store, Guid id)
    {
        private long _version;

        public Task Append() =>
            store.Append(new Changes().Append<Ledger>(id, _version++, [Credited.To(id)]), CancellationToken.None);
    }
}
