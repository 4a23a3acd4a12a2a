using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Staff;

/// <summary>Somebody leaves: the account is gone and its sessions end, everywhere within five seconds.</summary>
public static class EndStaffAccount
{
    /// <param name="Association">Code of the association that ends it.</param>
    /// <param name="IsOwn">Whether it is the account of whoever asks; an association is not locked out by its last administrator.</param>
    public sealed record Command(string Association, bool IsOwn, StaffId By);

    public static Decision Decide(StaffMember member, Command command) => member switch
    {
        { Stage: StaffStage.Active or StaffStage.Over, Role: { } role } when StaffPost.IsFilledBy(command.Association, role, member.Association) =>
            member.Stage is StaffStage.Over ? Decision.Nothing
            : command.IsOwn ? Refusals.StaffOwnAccount
            : Decision.Append(new StaffAccountEnded(command.By)),
        _ => Refusals.StaffUnknown,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, OwnPassword own, AccountMails mails, CancellationToken cancellation)
    {
        var command = new Command(user.AssociationCode(), id == user.Subject(), user.Staff());
        var email = (await own.AccountOf(id, cancellation))?.Email;
        var decision = await store.DecideAsync<StaffMember>(
            id,
            it => Decide(it, command),
            changes => mails.Tell(changes.Write(StaffAccounts.Ending(id)), AccountMailKind.StaffAccountEnded, id, email),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
