using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Mails;

/// <summary>Sends a code to one's own address, or to the one that is to take its place; another address asks for the password.</summary>
public static class SendEmailCode
{
    /// <param name="Email">The new address; null to prove the present one.</param>
    public sealed record Request(string? Email = null, string? CurrentPassword = null);

    /// <param name="Minutes">How long the code serves.</param>
    public sealed record Answer(int Minutes);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        IEventStore Store, PasswordCheck Passwords, OwnPassword Own, AccountMails Mails, Attempts Attempts, NpgsqlDataSource Database);

    public static async Task<Results<Accepted<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = user.Subject();
        var present = await tools.Own.AccountOf(subject, cancellation);
        var email = request.Email is { } typed ? EmailAddress.Read(typed) : present?.Email;

        if (email is null || present is null)
        {
            return Refusals.EmailInvalid.ToProblem();
        }

        // A mailbox is not filled by asking again and again.
        if (!await tools.Attempts.Take($"email-code:{subject}", cancellation))
        {
            return Refusals.RecoveryMustWait.ToProblem();
        }

        if (email != present.Email && await tools.Passwords.Confirm(subject, request.CurrentPassword ?? string.Empty, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await ConfirmEmail.IsTaken(email, subject, tools.Database, cancellation))
        {
            return Refusals.EmailTaken.ToProblem();
        }

        await tools.Store.Append(
            tools.Mails.Request(new(), new(Guid.CreateVersion7(), subject, AccountMailKind.EmailConfirmation, email)), cancellation);
        return TypedResults.Accepted((string?)null, new Answer((int)AccountMails.Lifetime.TotalMinutes));
    }
}
