using System.Text.Json;
using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Asks whoever wants to log in for a passkey. No name is given, so the question tells nobody who has an account.</summary>
public static class AskForPasskey
{
    /// <param name="ChallengeId">Names this question when the device has answered.</param>
    /// <param name="Options">For the browser's <c>navigator.credentials.get</c>, as WebAuthn writes it in JSON.</param>
    public sealed record Answer(Guid ChallengeId, JsonElement Options);

    public static async Task<Ok<Answer>> Handle(
        HttpContext context, PasskeyChallenges challenges, IPasskeyHandler<Login> handler, CancellationToken cancellation)
    {
        var made = await handler.MakeRequestOptionsAsync(user: null, context);
        var id = await challenges.Keep(made.AssertionState ?? string.Empty, subject: null, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(id, JsonSerializer.Deserialize<JsonElement>(made.RequestOptionsJson)));
    }
}
