using Mamis.Benchmarks.Measuring;
using Mamis.Testing;

namespace Mamis.Benchmarks.Notices;

/// <summary>S4: a renewal run over 1,000,000 certificates of which 20,000 come due, beside a plain INSERT … SELECT of the rows it wrote.</summary>
public sealed class RenewalRun : IBenchmark
{
    private const int Certificates = 1_000_000;
    private const int DueADay = 20_000;
    private const int Rounds = 5;

    /// <summary>Three times as long as the limit, at most.</summary>
    private const double Required = 1.0 / 3;

    private static readonly DateOnly FirstEnd = new(2028, 1, 1);

    public string Id => "S4";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        await using var node = await NotificationsNode.Start(await NativeServers.CreateDatabase("bench-notices"));
        var plain = new PlainInsert(node.Database);
        var day = FirstEnd.AddMonths(-12).AddDays(-1);

        await InventedCertificates.Store(node.Database, Certificates, DueADay, FirstEnd);
        await plain.CreateTables();

        // Each run meets the certificates of one more day; those of the days before are in the window too, and told.
        var ours = new Contender(DueADay, () => plain.Forget(), () => node.Run(day = day.AddDays(1)));
        var limit = new Contender(DueADay, plain.Stage, plain.Run);
        var rates = await Contest.Run(Rounds, ours, limit);

        return await node.Run(day) is 0
            ? [rates.Compare(Id, $"renewal run, {DueADay:N0} of {Certificates:N0} certificates due", ours, "INSERT … SELECT of the same rows", limit, Required)]
            : throw new InvalidOperationException($"A second run for {day} found something left to do.");
    }
}
