using System.Security.Claims;
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

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, PasswordCheck passwords, OwnPassword own, People people, CancellationToken cancellation)
    {
        var subject = user.Subject();
        var refusal = await passwords.Confirm(subject, request.CurrentPassword, cancellation);

        if (refusal == Refusals.LoginMustWait)
        {
            return Refusals.LoginMustWait.ToProblem(StatusCodes.Status429TooManyRequests);
        }

        var account = await own.AccountOf(subject, cancellation);
        var words = OwnWords.Of(await people.Find(subject, cancellation), account?.UserName, account?.Email);
        IReadOnlyList<Refusal> refusals = [.. refusal is null ? [] : new[] { refusal }, .. Reasons(request, account?.SecondFactor is true, words)];

        if (refusals.Count > 0)
        {
            return refusals.ToProblem();
        }

        await own.Set(subject, request.NewPassword, user.Session(), cancellation);
        return TypedResults.NoContent();
    }

    private static IEnumerable<Refusal> Reasons(Request request, bool secondFactor, IEnumerable<string> own) =>
        Width.Fold(request.NewPassword) == Width.Fold(request.CurrentPassword)
            ? [Refusals.PasswordUnchanged]
            : PasswordRules.Reasons(request.NewPassword, secondFactor, own).Select(it => it.For("newPassword"));
}
