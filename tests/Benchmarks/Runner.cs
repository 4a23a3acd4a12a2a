using Mamis.Benchmarks.Events;
using Mamis.Benchmarks.Measuring;
using Mamis.Benchmarks.Notices;

namespace Mamis.Benchmarks;

/// <summary>Runs the measurements asked for and shows them; a missed bound is a finding, not a failure.</summary>
public sealed class Runner(TextWriter output)
{
    private static readonly ILookup<string, IBenchmark> Groups = new (string Group, IBenchmark Benchmark)[]
    {
        ("events", new AppendMany()),
        ("events", new AppendOne()),
        ("events", new PublishEvents()),
        ("notices", new RenewalRun()),
    }.ToLookup(it => it.Group, it => it.Benchmark);

    public async Task<int> Run(IReadOnlyList<string> arguments)
    {
        var all = Groups.SelectMany(it => it).ToArray();

        if (Arguments.Read(arguments, [.. Groups.Select(it => it.Key), .. all.Select(it => it.Id)]) is not { } asked)
        {
            await output.WriteLineAsync($"usage: ./mamis bench [{string.Join(" | ", Groups.Select(it => it.Key).Concat(all.Select(it => it.Id)))}] [--json FILE]");
            return 2;
        }

        var results = new List<Comparison>();

        foreach (var benchmark in asked.Names.SelectMany(name => Groups[name].Concat(all.Where(it => it.Id == name))).Distinct())
        {
            await output.WriteLineAsync($"Measuring {benchmark.Id} …");
            results.AddRange(await benchmark.Measure());
        }

        await new Report(results).Show(output);

        if (asked.Json is { } file)
        {
            await Report.Save(file, results);
        }

        return 0;
    }
}
