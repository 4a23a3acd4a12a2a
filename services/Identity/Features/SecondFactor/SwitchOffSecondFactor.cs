using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.SecondFactor;

/// <summary>Switches the second factor off, for password and code. Staff keep theirs, and a short password has to become a long one first.</summary>
public static class SwitchOffSecondFactor
{
    /// <param name="Code">Of the app, or a recovery code.</param>
    public sealed record Request(string CurrentPassword, string Code);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        IEventStore Store, PasswordCheck Passwords, OwnPassword Own, People People, Attempts Attempts, AccountMails Mails);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, [AsParameters] ConfirmSecondFactor.Factors factors,
        CancellationToken cancellation)
    {
        var subject = user.Subject();

        if (user.Physician() is null)
        {
            return Refusals.SecondFactorRequired.ToProblem();
        }

        if (await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await tools.Own.AccountOf(subject, cancellation) is not { SecondFactor: true } account)
        {
            return Refusals.SecondFactorMissing.ToProblem();
        }

        var words = OwnWords.Of(await tools.People.Find(subject, cancellation), account.UserName, account.Email);

        if (PasswordRules.Reasons(request.CurrentPassword, secondFactor: false, words).Count > 0)
        {
            return Refusals.PasswordShortAlone.ToProblem();
        }

        if (await Refuse(subject, request.Code, tools.Attempts, factors, cancellation) is { } wrong)
        {
            return wrong.ToProblem();
        }

        var changes = new Changes().Write(OwnSecondFactor.SwitchingOff(subject, user.Session()));
        await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.SecondFactorOff, subject, account.Email), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Guesses count together with those at the login.</summary>
    private static async Task<Refusal?> Refuse(
        Guid subject, string code, Attempts attempts, ConfirmSecondFactor.Factors factors, CancellationToken cancellation)
    {
        var counted = $"totp:{subject}";

        if (!await attempts.Take(counted, cancellation))
        {
            return Refusals.LoginMustWait;
        }

        if (await ConfirmSecondFactor.Means(subject, code, factors, cancellation) is null)
        {
            return Refusals.PresentCodeWrong;
        }

        await attempts.Forget(counted, cancellation);
        return null;
    }
}
