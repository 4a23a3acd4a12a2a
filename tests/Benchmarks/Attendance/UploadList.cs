using Mamis.Benchmarks.Events;
using Mamis.Benchmarks.Measuring;

namespace Mamis.Benchmarks.Attendance;

/// <summary>S3: a list of 5,000 rows through the gateway, until every credit is in the ledger, in Certification's balance and on the my-page.</summary>
/// <param name="system">The running system that is measured; null when only servers were started.</param>
public sealed class UploadList(MeasuredSystem? system) : IBenchmark
{
    private const int Rows = 5_000;
    private const int Rounds = 5;
    private const int RowsPerCopy = 500;
    private const double MostTimesTheLimit = 10;
    private const double MostSeconds = 5;
    private const double MostMemory = 300;

    public string Id => "S3";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var measured = system ?? throw new InvalidOperationException("S3 measures a running system: --state DIR.");
        var uploads = new Uploads(measured, await Crowd.Gather(measured, Rows));
        await using var node = await Node.Start("postgres", await measured.FreshDatabase());
        var copy = new CopyRows(node.Database, node.Catalog);

        var ours = new Contender(Rows, uploads.Prepare, uploads.Run);
        var limit = new Contender(Rows, () => copy.Prepare(Rows / RowsPerCopy, RowsPerCopy), copy.Run);
        var besideCopy = (await Contest.Run(Rounds, limit, ours)).Compare(Id, "5,000 rows seen everywhere", ours, "binary COPY of the events", limit, 1 / MostTimesTheLimit);
        var perSecond = Rows / MostSeconds;

        return
        [
            besideCopy,
            besideCopy with { Against = $"{MostSeconds:0} s", Other = perSecond, Ratio = besideCopy.Ours / perSecond, Required = 1 },
            .. measured.PeakMemory().Select(it => new Comparison(Id, $"peak memory of {it.Service}", "MiB at most", it.MiB, MostMemory, MostMemory / it.MiB, 1)),
        ];
    }
}
