using System.Security.Claims;
using Mamis.Certification.Domain.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Rounds;

/// <summary>The JMA calls a round off; <see cref="FollowCalendar"/> then takes its cases to the next one.</summary>
public static class WithdrawIntakeRound
{
    public sealed record Command(StaffId By);

    public static Decision Decide(IntakeRound round, Command command) => round switch
    {
        { Deadline: null } => RoundRefusals.Unknown,
        { IsWithdrawn: true } => Decision.Nothing,
        _ => Decision.Append(new IntakeRoundWithdrawn(command.By)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<IntakeRound>(id, it => Decide(it, new(user.Staff())), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
