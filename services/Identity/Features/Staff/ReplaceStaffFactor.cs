using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Staff;

/// <summary>A lost authenticator opens nothing from this moment; a link goes to the person's confirmed address, to set up another with the password.</summary>
public static class ReplaceStaffFactor
{
    /// <param name="Association">Code of the association that decides.</param>
    /// <param name="IsOwn">Whether it is the account of whoever asks.</param>
    /// <param name="HasAddress">Whether there is a confirmed address to send the link to.</param>
    public sealed record Command(string Association, FactorLoss Reason, bool IsOwn, bool HasAddress, StaffId By);

    public static Decision Decide(StaffMember member, Command command) => member switch
    {
        { Stage: StaffStage.Active, Role: { } role } when StaffPost.IsFilledBy(command.Association, role, member.Association) => command switch
        {
            { IsOwn: true } => Refusals.StaffOwnAccount,
            { HasAddress: false } => Refusals.StaffEmailMissing,
            _ => Decision.Append(new StaffFactorVoided(command.Reason, command.By)),
        },
        _ => Refusals.StaffUnknown,
    };

    /// <param name="Reason">Why; it stays in the history of the account.</param>
    public sealed record Request(FactorLoss Reason);

    /// <summary>What it works with.</summary>
    public sealed record Tools(IEventStore Store, OwnPassword Own, StaffAccounts Accounts, StaffLinks Links, AccountMails Mails);

    public static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var account = await tools.Own.AccountOf(id, cancellation);
        var email = account is { EmailConfirmed: true } ? account.Email : null;
        var command = new Command(user.AssociationCode(), request.Reason, id == user.Subject(), email is not null, user.Staff());
        var stream = await tools.Store.Load<StaffMember>(id, cancellation);
        var decision = Decide(stream.State, command);

        if (decision.IsRefused || email is null)
        {
            return decision.ToProblem();
        }

        var changes = new Changes()
            .Append<StaffMember>(id, stream.Version, decision.Events)
            .Write(tools.Accounts.Voiding(id))
            .Write(tools.Links.Opening(new(id, StaffLinks.Purpose.Replacement, stream.State.Role ?? string.Empty, stream.State.Association, email)));
        await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.StaffFactorVoided, id, email), cancellation);
        return TypedResults.Accepted((string?)null);
    }
}
