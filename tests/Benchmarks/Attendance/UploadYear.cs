using System.Diagnostics;
using Mamis.Benchmarks.Measuring;

namespace Mamis.Benchmarks.Attendance;

/// <summary>Y1: the attendance of a year, 300,000 rows in 30 lists as large as a list may be, each waited for until all of it is seen.</summary>
/// <param name="system">The running system that is measured; null when only servers were started.</param>
public sealed class UploadYear(MeasuredSystem? system) : IBenchmark
{
    private const int Lists = 30;
    private const int Rows = 10_000;
    private const double MostSeconds = 300;
    private const double MostMemory = 300;

    public string Id => "Y1";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var measured = system ?? throw new InvalidOperationException("Y1 measures a running system: --state DIR.");
        var uploads = new Uploads(measured, await Crowd.Gather(measured, Rows));
        var watch = new Stopwatch();

        for (var list = 0; list < Lists; list++)
        {
            await uploads.Prepare();
            watch.Start();
            await uploads.Run();
            watch.Stop();
        }

        var (perSecond, required) = (Lists * Rows / watch.Elapsed.TotalSeconds, Lists * Rows / MostSeconds);

        return
        [
            new(Id, "300,000 rows in 30 lists", $"{MostSeconds:0} s", perSecond, required, perSecond / required, 1),
            .. measured.PeakMemory().Select(it => new Comparison(Id, $"peak memory of {it.Service}", "MiB at most", it.MiB, MostMemory, MostMemory / it.MiB, 1)),
        ];
    }
}
