using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Fees.Statements;
using Mamis.Certification.Views.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Fees;

/// <summary>What an import of a statement will do: every line decided from what is stored now and from the lines before it, with three queries for all.</summary>
public sealed class PaymentPlan
{
    private readonly Clerk _clerk;
    private readonly IReadOnlySet<string> _known;
    private readonly ILookup<string, Guid> _named;
    private readonly Dictionary<Guid, EventStream<Application>> _applications;
    private readonly List<PaymentReport.RowResult> _results = [];
    private readonly List<(BankLineId, string, BankLineTexts.Marked)> _texts = [];

    private PaymentPlan(Clerk clerk, IReadOnlySet<string> known, ILookup<string, Guid> named, Dictionary<Guid, EventStream<Application>> applications) =>
        (_clerk, _known, _named, _applications) = (clerk, known, named, applications);

    /// <summary>Who imports, for which account, when.</summary>
    public sealed record Clerk(string Desk, StaffId By, DateOnly Today);

    public sealed record Tools(IEventStore Store, NpgsqlDataSource Database, FeeCases Cases);

    public Changes Changes { get; } = new();

    public bool IsRefused => _results.Any(it => it.Result == PaymentReport.Outcome.Refused);

    public static async Task<PaymentPlan> Make(IReadOnlyList<StatementLine> lines, Clerk clerk, Tools tools, CancellationToken cancellation)
    {
        var readings = lines.Select(it => it.Read).OfType<StatementLine.Reading>().ToArray();
        var marked = BankLineTexts.Mark(readings);
        var known = await BankLineTexts.Known(tools.Database, clerk.Desk, marked, cancellation);
        var named = await tools.Cases.WithReferences(clerk.Desk, readings.SelectMany(it => it.References), cancellation);
        var applications = await tools.Store.LoadMany<Application>([.. named.SelectMany(it => it).Distinct()], cancellation);
        var plan = new PaymentPlan(clerk, known, named, applications.ToDictionary());
        var next = 0;

        foreach (var line in lines)
        {
            plan._results.Add(line.Read is null ? Unread(line) : plan.Judge(line.Row, marked[next++]));
        }

        if (plan._texts.Count > 0)
        {
            plan.Changes.Write(BankLineTexts.Store(plan._texts));
        }

        return plan;
    }

    public PaymentReport Report(bool stored) => PaymentReport.Of(_results, stored);

    private static PaymentReport.RowResult Unread(StatementLine line) => new(
        line.Row, line.Reasons is [] ? PaymentReport.Outcome.Skipped : PaymentReport.Outcome.Refused, null, null, null, null, PaymentReport.Mistakes(line.Reasons));

    private PaymentReport.RowResult Judge(int row, BankLineTexts.Marked marked)
    {
        var line = marked.Line;

        if (_known.Contains(marked.Mark))
        {
            return new(row, PaymentReport.Outcome.Known, null, line.Amount, line.ValueDay, null, []);
        }

        Guid[] named = [.. line.References.SelectMany(it => _named[it.Digits]).Distinct()];
        var stream = named is [var only] ? _applications[only] : null;
        var (id, decision) = (new BankLineId(Guid.CreateVersion7()), TakeBankLine.Decide(new(), new(
            _clerk.Desk, _clerk.By, line.Amount, line.ValueDay, [.. named.Select(ApplicationKey.From)], stream?.State, _clerk.Today)));

        return decision.Events is [BankLineTaken taken] ? Keep(row, id, marked, taken, stream) : new(
            row, PaymentReport.Outcome.Refused, null, line.Amount, line.ValueDay, null, PaymentReport.Mistakes(decision.Refusals));
    }

    private PaymentReport.RowResult Keep(int row, BankLineId id, BankLineTexts.Marked marked, BankLineTaken taken, EventStream<Application>? stream)
    {
        var received = taken.Finding is LineFinding.Exact && stream is not null;

        if (received && stream is not null)
        {
            var events = RecordTransfer.Decide(stream.State, new(_clerk.Desk, _clerk.By, taken.Amount, taken.ValueDay, _clerk.Today, id)).Events;
            Changes.Append<Application>(stream.Id, stream.Version, events);
            _applications[stream.Id] = new(stream.Id, stream.Version + events.Count, events.Aggregate(stream.State, static (it, e) => it.Evolve(e)));
        }

        Changes.Append<BankLine>(id.Value, 0, [taken]);
        _texts.Add((id, _clerk.Desk, marked));

        return new(
            row, received ? PaymentReport.Outcome.Received : PaymentReport.Outcome.ToClarify, taken.Finding, taken.Amount, taken.ValueDay, taken.Application?.Value, []);
    }
}
