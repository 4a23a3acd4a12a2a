using Mamis.Benchmarks.Attendance;
using Mamis.Benchmarks.Enrolment;
using Mamis.Benchmarks.Events;
using Mamis.Benchmarks.Measuring;
using Mamis.Benchmarks.Notices;

namespace Mamis.Benchmarks;

/// <summary>Runs the measurements asked for and shows them; a missed bound is a finding, not a failure.</summary>
public sealed class Runner(TextWriter output)
{
    private static readonly (string Group, string Id, Func<MeasuredSystem?, IBenchmark> Make)[] Known =
    [
        ("events", "S1", _ => new AppendMany()),
        ("events", "S2", _ => new AppendOne()),
        ("events", "S7", _ => new PublishEvents()),
        ("notices", "S4", _ => new RenewalRun()),
        ("urgent", "U1", _ => new UrgentMail()),
        ("attendance", "S3", system => new UploadList(system)),
        ("attendance", "Y1", system => new UploadYear(system)),
        ("import", "I1", system => new ImportPhysicians(system)),
    ];

    public async Task<int> Run(IReadOnlyList<string> arguments)
    {
        string[] names = [.. Known.Select(it => it.Group).Distinct(), .. Known.Select(it => it.Id)];

        if (Arguments.Read(arguments, names) is not { } asked)
        {
            await output.WriteLineAsync($"usage: ./mamis bench [{string.Join(" | ", names)}] [--json FILE]");
            return 2;
        }

        await using var system = asked.State is { } state ? new MeasuredSystem(state) : null;
        var results = new List<Comparison>();

        foreach (var benchmark in Known.Where(it => asked.Names.Contains(it.Group) || asked.Names.Contains(it.Id)).Select(it => it.Make(system)))
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
