using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Takes a passkey away, of a lost device perhaps: the password is asked for, all other sessions end, and the owner is told.</summary>
public static class RemovePasskey
{
    public sealed record Request(string CurrentPassword);

    /// <summary>What it works with.</summary>
    public sealed record Tools(IEventStore Store, PasswordCheck Passwords, OwnPassword Own, OwnPasskeys Passkeys, AccountMails Mails);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = user.Subject();

        if (await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (!await tools.Passkeys.Has(subject, id, cancellation))
        {
            return Refusals.PasskeyUnknown.ToProblem();
        }

        var email = (await tools.Own.AccountOf(subject, cancellation))?.Email;
        var changes = new Changes().Write(OwnPasskeys.Removing(subject, id, user.Session()));
        await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.PasskeyRemoved, subject, email), cancellation);
        return TypedResults.NoContent();
    }
}
