using System.Text.Json;
using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Begins the registration of a passkey: says what the device has to make. The present password is asked for first.</summary>
public static class StartPasskey
{
    public sealed record Request(string CurrentPassword);

    /// <param name="RegistrationId">Names this registration when the device has answered.</param>
    /// <param name="Options">For the browser's <c>navigator.credentials.create</c>, as WebAuthn writes it in JSON.</param>
    public sealed record Answer(Guid RegistrationId, JsonElement Options);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        PasswordCheck Passwords, OwnPassword Own, OwnPasskeys Passkeys, PasskeyChallenges Challenges, IPasskeyHandler<Login> Handler);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = context.User.Subject();

        if (await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await tools.Passkeys.Count(subject, cancellation) >= OwnPasskeys.Most)
        {
            return Refusals.PasskeysTooMany.ToProblem();
        }

        var login = (await tools.Own.AccountOf(subject, cancellation))?.UserName ?? string.Empty;
        var made = await tools.Handler.MakeCreationOptionsAsync(new() { Id = subject.ToString(), Name = login, DisplayName = login }, context);
        var id = await tools.Challenges.Keep(made.AttestationState ?? string.Empty, subject, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(id, JsonSerializer.Deserialize<JsonElement>(made.CreationOptionsJson)));
    }
}
