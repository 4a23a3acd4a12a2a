using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Rounds;

/// <summary>What an import of a calendar will do: every row decided from what is stored now and from the rows before it.</summary>
public sealed class RoundPlan
{
    private readonly Dictionary<Guid, EventStream<IntakeRound>> _rounds;
    private readonly List<RoundReport.RowResult> _results = [];
    private readonly HashSet<(IntakeRoundId Round, string Association)> _seen = [];

    private RoundPlan(IReadOnlyDictionary<Guid, EventStream<IntakeRound>> stored) => _rounds = new(stored);

    public Changes Changes { get; } = new();

    public bool IsRefused => _results.Any(it => it.Result == RoundReport.Outcome.Refused);

    /// <param name="association">Whose days may be set; null for the data of the demonstration, which is everybody's.</param>
    public static async Task<RoundPlan> Make(
        IReadOnlyList<RoundRow> rows, string? association, StaffId by, IEventStore store, CancellationToken cancellation)
    {
        var plan = new RoundPlan(await store.LoadMany<IntakeRound>([.. rows.Select(it => it.Read?.Round.Value).OfType<Guid>().Distinct()], cancellation));

        foreach (var row in rows)
        {
            var decision = plan.Judge(row, association, by);
            plan.Take(row, decision);
            plan._results.Add(RoundReport.RowResult.Of(row, decision));
        }

        return plan;
    }

    public RoundReport Report(bool stored) => new(
        _results.Count, Count(RoundReport.Outcome.Changed), Count(RoundReport.Outcome.Unchanged), Count(RoundReport.Outcome.Refused), stored, _results);

    private int Count(RoundReport.Outcome outcome) => _results.Count(it => it.Result == outcome);

    private Decision Judge(RoundRow row, string? association, StaffId by) => row switch
    {
        { Read: null } => Decision.Refuse(row.Reasons),
        { Read: { } read } when association is not null && read.Association != association => RoundRefusals.NotYours,
        { Read: { } read } when !_seen.Add((read.Round, read.Association)) => RoundRefusals.DuplicateInFile,
        { Read: { } read } => DecisionOn(_rounds[read.Round.Value].State, read, by),
    };

    private void Take(RoundRow row, Decision decision)
    {
        if (row.Read is { } read && decision.Events is [_, ..])
        {
            var round = _rounds[read.Round.Value];
            Changes.Append<IntakeRound>(round.Id, round.Version, decision.Events);
            _rounds[round.Id] = round with
            {
                Version = round.Version + decision.Events.Count,
                State = decision.Events.Aggregate(round.State, static (state, e) => state.Evolve(e)),
            };
        }
    }

    private static Decision DecisionOn(IntakeRound round, RoundRow.Reading row, StaffId by) => row switch
    {
        { Closes: null } when round.Deadline is null => RoundRefusals.Unknown,
        { Closes: null } => Decision.Nothing,
        { Association: Association.Jma, Opens: not null } => RoundRefusals.OpensNotAsked,
        { Association: Association.Jma, Closes: { } deadline } => PlanIntakeRound.Decide(round, new(row.Scheme, row.FiscalYear, row.Number, deadline, by)),
        { Closes: { } closes } => SetDeskIntake.Decide(round, new(row.Association, row.Opens, closes, by)),
    };
}
