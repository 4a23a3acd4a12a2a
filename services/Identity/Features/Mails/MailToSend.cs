using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Mails;

/// <summary>What Notifications needs to send a mail about an account. Each asking makes a new code and ends the former, so it is stored nowhere in clear.</summary>
public static class MailToSend
{
    /// <param name="Kind">Code of an <see cref="AccountMailKind"/>.</param>
    /// <param name="Code">Eight digits, or the key of a link; null in mails that only tell.</param>
    /// <param name="Minutes">How long it serves.</param>
    public sealed record Answer(string Kind, string Email, string? Code, int Minutes);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid id, HttpResponse response, AccountMails mails, StaffLinks links, CancellationToken cancellation)
    {
        if (await mails.ForSending(id, cancellation) is not { } letter)
        {
            return Refusals.MailOver.ToProblem();
        }

        if (letter.Kind.HasLink())
        {
            if (await links.NewKey(letter.Account, cancellation) is not { } key)
            {
                return Refusals.MailOver.ToProblem();
            }

            letter = letter with { Code = key, Minutes = (int)StaffLinks.Lifetime.TotalMinutes };
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(Codes.Of(letter.Kind), letter.Email, letter.Code, letter.Minutes));
    }
}
