using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives somebody who is signed in another password; the present one is asked for, and all other sessions end.</summary>
public static class ChangePassword
{
    public sealed record Request(string CurrentPassword, string NewPassword);

    /// <summary>What a change works with.</summary>
    public sealed record Tools(IEventStore Store, PasswordCheck Passwords, OwnPassword Own, People People, AccountMails Mails);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = user.Subject();
        var refusal = await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation);

        if (refusal == Refusals.LoginMustWait)
        {
            return Refusals.LoginMustWait.ToProblem();
        }

        var account = await tools.Own.AccountOf(subject, cancellation);
        var words = OwnWords.Of(await tools.People.Find(subject, cancellation), account?.UserName, account?.Email);
        IReadOnlyList<Refusal> refusals = [.. refusal is null ? [] : new[] { refusal }, .. Reasons(request, account?.SecondFactor is true, words)];

        if (refusals.Count > 0)
        {
            return refusals.ToProblem();
        }

        await tools.Store.Append(
            tools.Mails.Tell(new Changes().Write(tools.Own.Setting(subject, request.NewPassword, user.Session())), AccountMailKind.PasswordChanged, subject, account?.Email),
            cancellation);
        return TypedResults.NoContent();
    }

    private static IEnumerable<Refusal> Reasons(Request request, bool secondFactor, IEnumerable<string> own) =>
        Width.Fold(request.NewPassword) == Width.Fold(request.CurrentPassword)
            ? [Refusals.PasswordUnchanged]
            : PasswordRules.Reasons(request.NewPassword, secondFactor, own).Select(it => it.For("newPassword"));
}
