using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Staff;

/// <summary>Sends an invitation anew, for another 72 hours; the link before serves no longer.</summary>
public static class SendInvitationAgain
{
    /// <param name="Sender">Code of the association that sends.</param>
    public sealed record Command(string Sender, StaffId By);

    public static Decision Decide(StaffMember member, Command command) => member switch
    {
        { Stage: StaffStage.Invited, Role: { } role } when StaffPost.IsFilledBy(command.Sender, role, member.Association) =>
            Decision.Append(new StaffInvitationSentAgain(command.By)),
        _ => Refusals.InvitationUnknown,
    };

    public static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, StaffLinks links, AccountMails mails, CancellationToken cancellation)
    {
        var stream = await store.Load<StaffMember>(id, cancellation);
        var decision = Decide(stream.State, new(user.AssociationCode(), user.Staff()));

        if (decision.IsRefused || await links.InvitedAddress(id, cancellation) is not { } email)
        {
            return (decision.IsRefused ? decision : Refusals.InvitationUnknown).ToProblem();
        }

        var changes = new Changes()
            .Append<StaffMember>(id, stream.Version, decision.Events)
            .Write(links.Opening(new(id, StaffLinks.Purpose.Invitation, stream.State.Role ?? string.Empty, stream.State.Association, email)));
        await store.Append(mails.Tell(changes, AccountMailKind.StaffInvited, id, email), cancellation);
        return TypedResults.Accepted((string?)null);
    }
}
