using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.SecondFactor;

/// <summary>Switches the second factor on with the first code of the app, so that nobody is locked out by one that was never set up. Recovery codes come with it.</summary>
public static class SwitchOnSecondFactor
{
    public sealed record Request(string Code);

    /// <summary>The recovery codes, this once.</summary>
    public sealed record Answer(IReadOnlyList<string> Codes);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        IEventStore Store, OwnPassword Own, OwnSecondFactor Factor, Attempts Attempts, AccountMails Mails);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = context.User.Subject();
        var counted = $"totp:{subject}";

        if (!await tools.Attempts.Take(counted, cancellation))
        {
            return Refusals.LoginMustWait.ToProblem();
        }

        if (await tools.Factor.Prove(subject, request.Code, cancellation) is not { } proven
            || await tools.Own.AccountOf(subject, cancellation) is not { SecondFactor: false } account)
        {
            return Refusals.FirstCodeWrong.ToProblem();
        }

        var (codes, rows) = RecoveryCodes.New(subject);
        var changes = new Changes().Write(OwnSecondFactor.SwitchingOn(subject, proven, context.User.Session())).Write(rows);
        await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.SecondFactorOn, subject, account.Email), cancellation);
        await tools.Attempts.Forget(counted, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(codes));
    }
}
