using Mamis.Benchmarks.Measuring;
using Mamis.EventStore;
using Mamis.Testing;

namespace Mamis.Benchmarks.Events;

/// <summary>S1: one event on each of 500 new ledgers in a transaction, with an inline view.</summary>
public sealed class AppendMany : IBenchmark
{
    private const string Work = "append 500 ledgers × 1 event";
    private const int Ledgers = 500;
    private const int Transactions = 10;
    private const int Rounds = 15;

    public string Id => "S1";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var connection = await NativeServers.CreateDatabase("bench-many");
        await using var postgres = await Node.Start("postgres", connection, store => store.View<Balances>());
        await using var marten = await Node.Start("marten", connection, store => store.View<Balances>());
        await using var plain = await PlainMarten.Start(connection);
        var copy = new CopyRows(postgres.Database, postgres.Catalog);

        var ours = Repeated(() => Append(postgres.Store));
        var engine = Repeated(() => Append(marten.Store));
        var projection = Repeated(() => plain.Append(NewLedgers()));
        var limit = new Contender(
            Ledgers * Transactions, () => copy.Prepare(Transactions, Ledgers), copy.Run);
        var rates = await Contest.Run(Rounds, limit, ours, engine, projection);

        return
        [
            rates.Compare(Id, Work, ours, "binary COPY, no view", limit, 0.5),
            rates.Compare(Id, Work, ours, "Marten engine, same view", engine, 1),
            rates.Compare(Id, Work, ours, "plain Marten, inline snapshot", projection, 4),
        ];
    }

    private static Contender Repeated(Func<Task> transaction) => new(Ledgers * Transactions, async () =>
    {
        for (var i = 0; i < Transactions; i++)
        {
            await transaction();
        }
    });

    private static IEnumerable<Guid> NewLedgers() => Enumerable.Range(0, Ledgers).Select(_ => Guid.CreateVersion7());

    private static Task Append(IEventStore store)
    {
        var changes = NewLedgers().Aggregate(new Changes(), (all, id) => all.Append<Ledger>(id, 0, [Credited.To(id)]));
        return store.Append(changes, CancellationToken.None);
    }
}
