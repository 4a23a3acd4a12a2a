using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mamis.Benchmarks.Attendance;
using Mamis.Benchmarks.Measuring;
using Mamis.Story;

namespace Mamis.Benchmarks.Enrolment;

/// <summary>I1: 10,000 physicians of the old system in one file through the gateway, each with a certificate, until the answer with a result for every row is there; the longest of five, the cold first one included.</summary>
/// <param name="system">The running system that is measured; null when only servers were started.</param>
public sealed class ImportPhysicians(MeasuredSystem? system) : IBenchmark
{
    private const int Rows = 10_000;
    private const int Rounds = 5;
    private const int FirstNumber = 3_000_000;
    private const double MostSeconds = 20;
    private const double MostMemory = 300;

    private int _next = FirstNumber;

    public string Id => "I1";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var measured = system ?? throw new InvalidOperationException("I1 measures a running system: --state DIR.");
        var jma = await measured.Person("jma-staff");
        var longest = TimeSpan.Zero;

        for (var round = 0; round < Rounds; round++)
        {
            var file = File();
            var watch = Stopwatch.StartNew();
            await Import(jma, file);
            longest = longest > watch.Elapsed ? longest : watch.Elapsed;
        }

        var (perSecond, required) = (Rows / longest.TotalSeconds, Rows / MostSeconds);

        return
        [
            new(Id, "10,000 physicians in one file", $"{MostSeconds:0} s", perSecond, required, perSecond / required, 1),
            .. from it in measured.PeakMemory()
               where it.Service == "identity"
               select new Comparison(Id, $"peak memory of {it.Service}", "MiB at most", it.MiB, MostMemory, MostMemory / it.MiB, 1),
        ];
    }

    private static async Task Import(Actor jma, string file)
    {
        var report = await jma.PostCsv("/api/identity/imports/physicians", file, null, CancellationToken.None);

        if (report?["new"]?.GetValue<int>() != Rows)
        {
            throw new InvalidOperationException($"Imported {report?["new"]} of {Rows}.");
        }
    }

    /// <summary>People nobody has heard of yet, every one with an address and a certificate.</summary>
    private string File()
    {
        var csv = new StringBuilder(Crowd.ImportHeader);

        foreach (var number in Enumerable.Range(_next, Rows))
        {
            var birth = new DateOnly(1950, 1, 1).AddDays(number % 15_000);
            csv.Append(CultureInfo.InvariantCulture, $"{number},架空,一郎,カクウ,イチロウ,{birth:yyyy-MM-dd},p{number}@example.invalid,100-0001,")
                .Append(CultureInfo.InvariantCulture, $"架空都見本区{number}番地,13-001,13,true,13,occupational,B{number},2023-04-01,2028-03-31\r\n");
        }

        _next += Rows;
        return csv.ToString();
    }
}
