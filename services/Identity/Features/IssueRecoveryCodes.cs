using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives somebody ten codes for the day the authenticator is lost; the password is asked for, and older codes end.</summary>
public static class IssueRecoveryCodes
{
    public sealed record Request(string CurrentPassword);

    /// <summary>The codes, this once.</summary>
    public sealed record Answer(IReadOnlyList<string> Codes);

    /// <summary>What it works with.</summary>
    public sealed record Tools(IEventStore Store, PasswordCheck Passwords, OwnPassword Own, AccountMails Mails);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = context.User.Subject();

        if (await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await tools.Own.AccountOf(subject, cancellation) is not { SecondFactor: true } account)
        {
            return Refusals.SecondFactorMissing.ToProblem();
        }

        context.Response.Headers.CacheControl = "no-store";
        var (codes, rows) = RecoveryCodes.New(subject);
        await tools.Store.Append(tools.Mails.Tell(new Changes().Write(rows), AccountMailKind.RecoveryCodesIssued, subject, account.Email), cancellation);
        return TypedResults.Ok(new Answer(codes));
    }
}
