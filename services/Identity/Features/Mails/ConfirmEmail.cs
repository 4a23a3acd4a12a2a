using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Mails;

/// <summary>The code from the mail proves the address. A new one takes the place of the former, which is told.</summary>
public static class ConfirmEmail
{
    public sealed record Request(string Code);

    /// <summary>What a confirmation works with.</summary>
    public sealed record Tools(
        IEventStore Store, AccountMails Mails, OwnPassword Own, People People, Attempts Attempts, NpgsqlDataSource Database);

    public static Task<bool> IsTaken(string email, Guid account, NpgsqlDataSource database, CancellationToken cancellation) => database.Find<bool>(
        "select exists (select 1 from credentials.login where normalized_email = @key and id <> @account)",
        new { key = LoginName.KeyOf(email), account },
        cancellation);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = user.Subject();

        if (await tools.Mails.Open(AccountMailKind.EmailConfirmation, id: null, subject, request.Code, cancellation) is not { } opened
            || await tools.Own.AccountOf(subject, cancellation) is not { } present)
        {
            return Refusals.MailedCodeWrong.ToProblem();
        }

        if (await IsTaken(opened.Email, subject, tools.Database, cancellation))
        {
            return Refusals.EmailTaken.ToProblem();
        }

        var changes = AccountMails.Use(new Changes().Write(Confirmed(opened)), opened);
        await Keep(changes, opened, tools, cancellation);

        if (present.Email is { } former && former != opened.Email)
        {
            tools.Mails.Request(changes, new(Guid.CreateVersion7(), subject, AccountMailKind.EmailChanged, former));
        }

        try
        {
            if (!await tools.Store.Landed(changes, cancellation))
            {
                return Refusals.MailedCodeWrong.ToProblem();
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another account confirmed the same address in this moment.
            return Refusals.EmailTaken.ToProblem();
        }

        await tools.Attempts.Forget($"email-code:{subject}", cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>A physician's address also stands in the document others copy; staff have none.</summary>
    private static async Task Keep(Changes changes, AccountMails.Opened opened, Tools tools, CancellationToken cancellation)
    {
        if (await tools.People.Find(opened.Account, cancellation) is { } person && person.Email != opened.Email)
        {
            var stream = await tools.Store.Load<Physician>(opened.Account, cancellation);
            changes
                .Append<Physician>(opened.Account, stream.Version, [new PersonalDataChanged([PersonalItem.Email])])
                .Write(People.Store([person with { Email = opened.Email }]));
        }
    }

    private static Sql Confirmed(AccountMails.Opened opened) => Sql.For(
        """
        update credentials.login l set email = r.email, normalized_email = r.key, email_confirmed = true, concurrency_stamp = r.stamp
        from rows r where l.id = r.account
        """,
        new { opened.Account, opened.Email, Key = LoginName.KeyOf(opened.Email), Stamp = Guid.CreateVersion7().ToString() });
}
