using System.Text.Json;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Completes the registration of a passkey with the device's answer, and tells its owner by mail.</summary>
public static class RegisterPasskey
{
    private const int LongestName = 60;

    /// <param name="Name">By which its owner knows the device.</param>
    /// <param name="Credential">What the browser's <c>navigator.credentials.create</c> gave, as WebAuthn writes it in JSON.</param>
    public sealed record Request(Guid RegistrationId, string Name, JsonElement Credential);

    public sealed record Answer(Guid Id);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        IEventStore Store, OwnPassword Own, OwnPasskeys Passkeys, PasskeyChallenges Challenges, IPasskeyHandler<Login> Handler, AccountMails Mails);

    public static IEnumerable<Refusal> NameReasons(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl) ? [Refusals.PasskeyNameInvalid] : [];

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = context.User.Subject();
        var state = await tools.Challenges.Take(request.RegistrationId, subject, cancellation);
        var answered = state is null ? null : await tools.Handler.PerformAttestationAsync(
            new() { HttpContext = context, CredentialJson = request.Credential.GetRawText(), AttestationState = state });
        IReadOnlyList<Refusal> reasons =
        [
            .. NameReasons(request.Name),
            .. answered is { Succeeded: true } ? [] : new[] { Refusals.PasskeyInvalid },
            .. await tools.Passkeys.Count(subject, cancellation) < OwnPasskeys.Most ? [] : new[] { Refusals.PasskeysTooMany },
        ];

        if (reasons.Count > 0 || answered?.Passkey is not { } passkey)
        {
            return reasons.ToProblem();
        }

        var id = Guid.CreateVersion7();
        var email = (await tools.Own.AccountOf(subject, cancellation))?.Email;
        var changes = new Changes().Write(tools.Passkeys.Adding(subject, id, request.Name.Trim(), passkey));

        try
        {
            await tools.Store.Append(tools.Mails.Tell(changes, AccountMailKind.PasskeyAdded, subject, email), cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same device answered for another account in this moment.
            return Refusals.PasskeyInvalid.ToProblem();
        }

        return TypedResults.Created($"/passkeys/{id}", new Answer(id));
    }
}
