using System.Security.Claims;
using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Rounds;

/// <summary>An association says from when until when it takes in applications for a round (domain.md 3.10).</summary>
public static class SetDeskIntake
{
    public sealed record Command(string Association, DateOnly? Opens, DateOnly Closes, StaffId By);

    public static Decision Decide(IntakeRound round, Command command) => round switch
    {
        { Deadline: null } => RoundRefusals.Unknown,
        { IsWithdrawn: true } => RoundRefusals.Withdrawn,
        _ when round.Windows.GetValueOrDefault(command.Association) == new IntakeWindow(command.Opens, command.Closes) => Decision.Nothing,
        { Deadline: { } deadline } => Decision.RefuseOr([.. Unusable(round, deadline, command)], () => Decision.Append(
            new DeskIntakeSet(command.Association, command.Opens, command.Closes, command.By))),
    };

    private static IEnumerable<Refusal> Unusable(IntakeRound round, DateOnly deadline, Command command)
    {
        var (opens, closes) = (command.Opens ?? command.Closes, command.Closes);

        return
        [
            .. When(opens > closes, RoundRefusals.OpensAfterCloses),
            .. When(closes > deadline, RoundRefusals.AfterJma),
            .. When(closes <= deadline && closes > round.ClosesBehind(command.Association), RoundRefusals.AfterDeskBehind),
            .. When(opens < deadline.YearsAfter(-1) || closes < deadline.YearsAfter(-1), RoundRefusals.TooEarly),
        ];
    }

    private static IEnumerable<Refusal> When(bool applies, Refusal refusal) => applies ? [refusal] : [];

    public sealed record Request(DateOnly Closes, DateOnly? Opens = null);

    /// <param name="OpensDayOff">Set where nobody sits at a desk on the first day.</param>
    /// <param name="ClosesDayOff">The same of the last day; a warning, no refusal.</param>
    public sealed record Answer(DayOff? OpensDayOff, DayOff? ClosesDayOff);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(user.Desk(), request.Opens, request.Closes, user.Staff());
        var decision = await store.DecideAsync<IntakeRound>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Ok(new Answer(
                request.Opens is { } opens ? PublicHolidays.DayOffOn(opens) : null, PublicHolidays.DayOffOn(request.Closes)));
    }
}
