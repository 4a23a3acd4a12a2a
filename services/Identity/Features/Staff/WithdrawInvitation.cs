using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Staff;

/// <summary>Takes an invitation back; its link serves no longer, and the address is forgotten.</summary>
public static class WithdrawInvitation
{
    /// <param name="Association">Code of the association that withdraws.</param>
    public sealed record Command(string Association, StaffId By);

    public static Decision Decide(StaffMember member, Command command) => member switch
    {
        { Stage: StaffStage.Invited, Role: { } role } when StaffPost.IsFilledBy(command.Association, role, member.Association) =>
            Decision.Append(new StaffInvitationWithdrawn(command.By)),
        _ => Refusals.InvitationUnknown,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(user.AssociationCode(), user.Staff());
        var decision = await store.DecideAsync<StaffMember>(
            id, it => Decide(it, command), changes => changes.Write(StaffLinks.Closing(id)), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
