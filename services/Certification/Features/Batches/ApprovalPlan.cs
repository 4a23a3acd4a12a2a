using Mamis.Certification.Domain;
using Mamis.Certification.Features.Desks;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Batches;

/// <summary>Decides every case of a list from what is stored now: one query for their streams, one append for those that are approved.</summary>
public sealed class ApprovalPlan
{
    private const int Attempts = 3;

    private const string ByReceiptNumber = "select id, receipt_number from application_case where receipt_number = any(@numbers)";

    private readonly List<ApprovalReport.CaseResult> _results = [];
    private readonly HashSet<Guid> _seen = [];

    private Changes Changes { get; } = new();

    /// <summary>What the cases are read from and appended to.</summary>
    public sealed record Tools(IEventStore Store, NpgsqlDataSource Database);

    /// <summary>A case that changed while the others were stored is decided once more, on the version it was read at first: it changed meanwhile.</summary>
    public static async Task<ApprovalReport> Carry(ApproveMany.Request request, string desk, StaffId by, Tools tools, CancellationToken cancellation)
    {
        var ids = await Ids(request.Cases, tools.Database, cancellation);
        Dictionary<Guid, long> readAt = [];

        for (var left = Attempts - 1; ; left--)
        {
            var plan = await Make(request, ids, readAt, desk, by, tools.Store, cancellation);

            try
            {
                if (!request.DryRun)
                {
                    await tools.Store.Append(plan.Changes, cancellation);
                }

                return ApprovalReport.Of(plan._results, stored: !request.DryRun);
            }
            catch (StreamVersionException) when (left > 0)
            {
                // Some moved on meanwhile; the others go through without them.
            }
        }
    }

    private static async Task<ApprovalPlan> Make(
        ApproveMany.Request request, IReadOnlyList<Guid?> ids, Dictionary<Guid, long> readAt, string desk, StaffId by, IEventStore store, CancellationToken cancellation)
    {
        var streams = await store.LoadMany<Application>([.. ids.OfType<Guid>().Distinct()], cancellation);
        var plan = new ApprovalPlan();

        foreach (var (it, id) in request.Cases.Zip(ids))
        {
            if (id is { } known)
            {
                var stream = streams[known];
                readAt.TryAdd(known, stream.Version);
                plan.Judge(it, stream, new(desk, by, DayFor(stream.State, request), it?.IfVersion ?? readAt[known]));
            }
            else
            {
                plan._results.Add(ApprovalReport.CaseResult.Of(it?.Application ?? string.Empty, null, null, Refusals.ApplicationUnknown));
            }
        }

        return plan;
    }

    private void Judge(ApproveMany.Case? it, EventStream<Application> stream, ApproveApplication.Command command)
    {
        var decision = _seen.Add(stream.Id) ? ApproveApplication.Decide(stream.State, command) : BatchRefusals.Twice;
        Changes.Append<Application>(stream.Id, stream.Version, decision.Events);
        _results.Add(ApprovalReport.CaseResult.Of(it?.Application ?? string.Empty, stream.Id, stream.Version, decision));
    }

    private static DateOnly? DayFor(Application application, ApproveMany.Request request) =>
        application.Kind is ApplicationKind.New ? request.CertifiedOn : null;

    /// <summary>People write receipt numbers, machines ids.</summary>
    private static async Task<IReadOnlyList<Guid?>> Ids(IReadOnlyList<ApproveMany.Case?> cases, NpgsqlDataSource database, CancellationToken cancellation)
    {
        string[] written = [.. cases.Select(it => Width.Narrow(it?.Application).Trim().ToUpperInvariant())];
        var found = await database.List<Numbered>(ByReceiptNumber, new { numbers = written.Distinct().ToArray() }, cancellation);
        var byNumber = found.GroupBy(it => it.ReceiptNumber).Where(it => it.Count() == 1).ToDictionary(it => it.Key, it => it.First().Id);

        return [.. written.Select(it => Guid.TryParse(it, out var id) ? id : byNumber.TryGetValue(it, out var known) ? known : (Guid?)null)];
    }

    private sealed record Numbered
    {
        public Guid Id { get; init; }

        public string ReceiptNumber { get; init; } = "";
    }
}
