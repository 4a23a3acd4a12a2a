using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Mails;

/// <summary>Somebody has lost a password: the confirmed address gets a code. The answer, its time and its trace are the same for logins nobody has.</summary>
public static class StartRecovery
{
    private const int LongestLogin = 320;

    public sealed record Request(string Login);

    /// <param name="RecoveryId">Names this recovery when the code is entered; worth nothing without it.</param>
    /// <param name="Minutes">How long the code serves.</param>
    public sealed record Answer(Guid RecoveryId, int Minutes);

    public static async Task<Results<Accepted<Answer>, ProblemHttpResult>> Handle(
        Request request, Attempts attempts, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var key = LoginName.KeyOf(request.Login[..Math.Min(request.Login.Length, LongestLogin)]);

        if (!await attempts.Take(Attempts.KeyOf("recovery", key), cancellation))
        {
            return Refusals.RecoveryMustWait.ToProblem();
        }

        var account = await database.Find<Guid?>(
            "select id from credentials.login where (normalized_user_name = @key or normalized_email = @key) and email_confirmed", new { key }, cancellation);
        var id = Guid.CreateVersion7();
        await store.Append(new Changes().Leave(new(id, SendRecovery.Kind, new SendRecovery.Work(id, account), clock.GetUtcNow())), cancellation);
        return TypedResults.Accepted((string?)null, new Answer(id, (int)AccountMails.Lifetime.TotalMinutes));
    }
}

/// <summary>Asks for the mail where there is an account with a confirmed address, after the answer has gone out.</summary>
public sealed class SendRecovery(IEventStore store, NpgsqlDataSource database, AccountMails mails) : ICommandHandler
{
    public static string Kind => "start-recovery";

    /// <param name="Account">Null for a login nobody has.</param>
    public sealed record Work(Guid RecoveryId, Guid? Account);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var work = command.Payload<Work>();

        if (work.Account is { } account
            && await database.Find<string>(
                "select email from credentials.login where id = @account and email_confirmed", new { account }, cancellation) is { } email
            && (await store.Load<AccountMail>(work.RecoveryId, cancellation)).State.Kind is null)
        {
            await store.Append(mails.Request(new(), new(work.RecoveryId, account, AccountMailKind.PasswordRecovery, email)), cancellation);
        }
    }
}
