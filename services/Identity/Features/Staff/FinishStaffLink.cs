using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Features.Mails;
using Mamis.Identity.Features.SecondFactor;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Staff;

/// <summary>The second step behind a link: with the first code of the app the account works, and the link is used up. Recovery codes come with it.</summary>
public static class FinishStaffLink
{
    /// <summary>The authenticator is proven.</summary>
    public sealed record Command(bool IsInvitation);

    public static Decision Decide(StaffMember member, Command command) => member switch
    {
        { Stage: StaffStage.Invited, Role: { } role } when command.IsInvitation => Decision.Append(new StaffMemberAppointed(role, member.Association)),
        { Stage: StaffStage.Active, IsFactorDue: true } when !command.IsInvitation => Decision.Append(new StaffFactorRenewed()),
        _ => Refusals.LinkOver,
    };

    public sealed record Request(string Key, string Code);

    /// <summary>What it works with.</summary>
    public sealed record Tools(IEventStore Store, StaffLinks Links, OwnSecondFactor Factor, Attempts Attempts, AccountMails Mails);

    public static async Task<Results<Ok<SwitchOnSecondFactor.Answer>, ProblemHttpResult>> Handle(
        Request request, HttpResponse response, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        if (await tools.Links.Find(request.Key, cancellation) is not { } link)
        {
            return Refusals.LinkOver.ToProblem();
        }

        var counted = $"totp:{link.StaffId}";

        if (!await tools.Attempts.Take(counted, cancellation))
        {
            return Refusals.LoginMustWait.ToProblem();
        }

        if (link is { IsInvitation: true, HasPassword: false } || await tools.Factor.Prove(link.StaffId, request.Code, cancellation) is not { } proven)
        {
            return Refusals.FirstCodeWrong.ToProblem();
        }

        var (codes, rows) = RecoveryCodes.New(link.StaffId);

        if (await Refuse(link, proven, rows, tools, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        await tools.Attempts.Forget(counted, cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SwitchOnSecondFactor.Answer(codes));
    }

    private static async Task<Refusal?> Refuse(
        StaffLinks.Open link, OwnSecondFactor.Proven proven, Sql recoveryCodes, Tools tools, CancellationToken cancellation)
    {
        var stream = await tools.Store.Load<StaffMember>(link.StaffId, cancellation);
        var decision = Decide(stream.State, new(link.IsInvitation));

        if (decision.IsRefused)
        {
            return decision.Refusals[0];
        }

        var changes = new Changes().Append<StaffMember>(link.StaffId, stream.Version, decision.Events).Write(recoveryCodes);

        if (link.IsInvitation)
        {
            changes.Write(StaffAccounts.Beginning(link.StaffId, proven));
        }
        else
        {
            changes.Write(OwnSecondFactor.SwitchingOn(link.StaffId, proven, keptSession: Guid.Empty)).Write(StaffLinks.Closing(link.StaffId));
            tools.Mails.Tell(changes, AccountMailKind.SecondFactorOn, link.StaffId, link.Email);
        }

        try
        {
            return await tools.Store.Landed(changes, cancellation) ? null : Refusals.LinkOver;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The address became another account's since the invitation.
            return Refusals.EmailTaken;
        }
    }
}
