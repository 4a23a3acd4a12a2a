using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Features.Mails;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Staff;

/// <summary>Invites somebody by mail to act for an association: the JMA for all, a prefecture for itself and its counties.</summary>
public static class InviteStaff
{
    /// <param name="Inviter">Code of the association that invites.</param>
    /// <param name="IsKnown">Whether the association is in the register, or the body recognised.</param>
    /// <param name="IsBody">Whether the code is that of a recognised organizing body.</param>
    /// <param name="AddressReasons">What is wrong with the e-mail address.</param>
    public sealed record Command(
        string Role, string Association, string Inviter, bool IsKnown, bool IsBody, IReadOnlyList<Refusal> AddressReasons, StaffId By);

    public static Decision Decide(StaffMember member, Command command)
    {
        IReadOnlyList<Refusal> reasons =
        [
            .. command.IsKnown ? [] : new[] { Refusals.AssociationUnknown },
            .. command.IsKnown && !StaffPost.Fits(command.Role, command.Association, command.IsBody) ? [Refusals.StaffRoleInvalid] : Array.Empty<Refusal>(),
            .. command.AddressReasons,
        ];

        return member.Stage switch
        {
            _ when reasons.Count > 0 => Decision.Refuse(reasons),
            _ when !StaffPost.IsFilledBy(command.Inviter, command.Role, command.Association) => Refusals.OutOfJurisdiction,
            StaffStage.Unknown => Decision.Append(new StaffMemberInvited(command.Role, command.Association, command.By)),
            _ => Decision.Nothing,
        };
    }

    /// <param name="Role">One of those there are at the association.</param>
    /// <param name="Association">Code of the association, or of an organizing body.</param>
    public sealed record Request(string Email, string Role, string Association);

    /// <summary>The invited; the link is in the mail alone.</summary>
    public sealed record Answer(Guid StaffId);

    /// <summary>What it works with.</summary>
    public sealed record Tools(IEventStore Store, NpgsqlDataSource Database, StaffLinks Links, AccountMails Mails);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var email = EmailAddress.Read(request.Email);
        var isBody = (await tools.Store.Load<Organizer>(Organizer.IdOf(request.Association), cancellation)).State.Code is not null;
        var isKnown = isBody || (await AssociationList.Codes(tools.Database, cancellation)).Contains(request.Association);
        var command = new Command(
            request.Role, request.Association, user.AssociationCode(), isKnown, isBody,
            await AddressReasons(email, request.Association, id, tools.Database, cancellation), user.Staff());
        var decision = Decide(new StaffMember(), command);

        if (decision.IsRefused || email is null)
        {
            return decision.ToProblem();
        }

        var changes = new Changes()
            .Append<StaffMember>(id, 0, decision.Events)
            .Write(tools.Links.Opening(new(id, StaffLinks.Purpose.Invitation, request.Role, request.Association, email)));

        try
        {
            await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.StaffInvited, id, email), cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else invites the same address in this moment.
            return Refusals.InvitationOpen.ToProblem();
        }

        return TypedResults.Created($"/staff?association={request.Association}", new Answer(id));
    }

    private static async Task<IReadOnlyList<Refusal>> AddressReasons(
        string? email, string association, Guid id, NpgsqlDataSource database, CancellationToken cancellation) => email switch
        {
            null => [Refusals.EmailInvalid],
            _ when await ConfirmEmail.IsTaken(email, id, database, cancellation) => [Refusals.EmailTaken],
            _ when await database.Find<bool>(
                "select exists (select 1 from credentials.staff_link where association = @association and email_key = @key and purpose = 'invitation')",
                new { association, key = LoginName.KeyOf(email) },
                cancellation) => [Refusals.InvitationOpen],
            _ => [],
        };
}
