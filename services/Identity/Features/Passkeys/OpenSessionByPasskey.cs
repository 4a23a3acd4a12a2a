using System.Text.Json;
using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Opens a session for whoever's device answers the question. Having it and unlocking it are both factors, so no code is due.</summary>
public static class OpenSessionByPasskey
{
    /// <param name="Credential">What the browser's <c>navigator.credentials.get</c> gave, as WebAuthn writes it in JSON.</param>
    public sealed record Request(Guid ChallengeId, JsonElement Credential);

    /// <summary>What it works with.</summary>
    public sealed record Tools(
        PasskeyChallenges Challenges, OwnPasskeys Passkeys, IPasskeyHandler<Login> Handler, Sessions Sessions, ILogger<PasskeyChallenges> Logger);

    public static async Task<Results<Ok<Sessions.Opened>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        if (await tools.Challenges.Take(request.ChallengeId, subject: null, cancellation) is not { } state)
        {
            return Refused();
        }

        var answered = await tools.Handler.PerformAssertionAsync(
            new() { HttpContext = context, CredentialJson = request.Credential.GetRawText(), AssertionState = state });

        if (!answered.Succeeded)
        {
            // Whoever runs the site sees here when its address is not the one passkeys are made for.
            tools.Logger.LogInformation("A passkey was refused: {Reason}", answered.Failure.Message);
            return Refused();
        }

        if (!await tools.Passkeys.Use(answered.Passkey, cancellation))
        {
            return Refused();
        }

        var person = new PasswordCheck.Person(answered.User.Id, answered.User.UserName ?? string.Empty, HasTotp: false, SignInMeans.Passkey);
        return TypedResults.Ok(await tools.Sessions.Begin(person, cancellation));
    }

    /// <summary>The same, whatever was wrong.</summary>
    private static ProblemHttpResult Refused() => Refusals.PasskeyFailed.ToProblem(StatusCodes.Status401Unauthorized);
}
