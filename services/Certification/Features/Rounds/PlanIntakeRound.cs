using System.Security.Claims;
using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Rounds;

/// <summary>The JMA announces a round, or sets another deadline for it; the associations' own days stay and close no later.</summary>
public static class PlanIntakeRound
{
    private const int MostNumbers = 24;

    public sealed record Command(Scheme Scheme, int FiscalYear, int Number, DateOnly Deadline, StaffId By);

    public static Decision Decide(IntakeRound round, Command command) => round switch
    {
        { IsWithdrawn: true } => RoundRefusals.Withdrawn,
        _ when Unusable(command) is [_, ..] refusals => Decision.Refuse(refusals),
        { Deadline: null } => Decision.Append(
            new IntakeRoundPlanned(command.Scheme, command.FiscalYear, command.Number, command.Deadline, command.By)),
        { Deadline: var known } when known == command.Deadline => Decision.Nothing,
        _ => Decision.Append(new IntakeRoundMoved(command.Deadline, command.By)),
    };

    private static Refusal[] Unusable(Command command) =>
    [
        .. command.Number is >= 1 and <= MostNumbers ? (Refusal[])[] : [BadInput.InvalidField.For("round")],
        .. !FiscalYear.Exists(command.FiscalYear) ? [BadInput.InvalidField.For("fiscalYear")]
            : FiscalYear.Of(command.Deadline) != command.FiscalYear ? [RoundRefusals.OutsideYear] : (Refusal[])[],
    ];

    /// <param name="Round">Its number in the fiscal year.</param>
    /// <param name="Closes">The JMA's deadline.</param>
    public sealed record Request(Scheme Scheme, int FiscalYear, int Round, DateOnly Closes);

    /// <param name="DayOff">Set where nobody sits at a desk on the day: a warning, since associations know their holidays best.</param>
    public sealed record Answer(Guid Id, DayOff? DayOff);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var id = IntakeRoundId.Of(request.Scheme, request.FiscalYear, request.Round).Value;
        var command = new Command(request.Scheme, request.FiscalYear, request.Round, request.Closes, user.Staff());
        var decision = await store.DecideAsync<IntakeRound>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(id, PublicHolidays.DayOffOn(request.Closes)));
    }
}
