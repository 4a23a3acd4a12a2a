using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Mails;

/// <summary>Sets another password with the code of the mail; all sessions end, and a second factor stays due at the login.</summary>
public static class RecoverPassword
{
    public sealed record Request(string Code, string NewPassword);

    /// <summary>What a recovery works with.</summary>
    public sealed record Tools(IEventStore Store, AccountMails Mails, OwnPassword Own, People People, Attempts Attempts);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        if (await tools.Mails.Open(AccountMailKind.PasswordRecovery, id, account: null, request.Code, cancellation) is not { } opened
            || await tools.Own.AccountOf(opened.Account, cancellation) is not { } account)
        {
            return Refusals.MailedCodeWrong.ToProblem();
        }

        var words = OwnWords.Of(await tools.People.Find(opened.Account, cancellation), account.UserName, account.Email);
        var reasons = PasswordRules.Reasons(request.NewPassword, account.SecondFactor, words);

        if (reasons.Count > 0)
        {
            await tools.Mails.GiveBack(opened, cancellation);
            return reasons.Select(it => it.For("newPassword")).ToList().ToProblem();
        }

        var changes = AccountMails.Use(new Changes().Write(tools.Own.Setting(opened.Account, request.NewPassword)), opened);
        var told = tools.Mails.Request(changes, new(Guid.CreateVersion7(), opened.Account, AccountMailKind.PasswordChanged, opened.Email));

        if (!await tools.Store.Landed(told, cancellation))
        {
            return Refusals.MailedCodeWrong.ToProblem();
        }

        await tools.Attempts.Forget($"known:{opened.Account}", cancellation);
        return TypedResults.NoContent();
    }
}
