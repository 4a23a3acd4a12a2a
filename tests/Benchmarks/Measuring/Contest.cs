using System.Diagnostics;

namespace Mamis.Benchmarks.Measuring;

/// <summary>Lets several ways of doing the same work take turns, since a machine that does other things is fast and slow by the second.</summary>
public static class Contest
{
    private const int WarmUps = 3;

    /// <summary>Every contender warms up, then all run once a round, in turning order.</summary>
    public static async Task<Rates> Run(int rounds, params IReadOnlyList<Contender> contenders)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var contender in contenders)
            {
                await Time(contender);
            }
        }

        var measured = contenders.ToDictionary(it => it, _ => new double[rounds]);

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                measured[contender][round] = contender.Pieces / (await Time(contender)).TotalSeconds;
            }
        }

        return new(measured);
    }

    /// <summary>What the one before left to collect is not charged to the next.</summary>
    private static async Task<TimeSpan> Time(Contender contender)
    {
        await contender.Prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var watch = Stopwatch.StartNew();
        await contender.Run();
        return watch.Elapsed;
    }
}

/// <summary>One way of doing the work.</summary>
/// <param name="Pieces">How much one run does.</param>
/// <param name="Prepare">What is not measured.</param>
public sealed record Contender(int Pieces, Func<Task> Prepare, Func<Task> Run)
{
    public Contender(int pieces, Func<Task> run)
        : this(pieces, () => Task.CompletedTask, run)
    {
    }
}

/// <summary>Pieces a second of each contender in each round.</summary>
public sealed class Rates(IReadOnlyDictionary<Contender, double[]> measured)
{
    public Comparison Compare(string id, string work, Contender ours, string against, Contender other, double required) => new(
        id,
        work,
        against,
        Median(measured[ours]),
        Median(measured[other]),
        Median(measured[ours].Zip(measured[other], (mine, others) => mine / others)),
        required);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
