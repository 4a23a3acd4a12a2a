using System.Text.Json;

namespace Mamis.Gateway.Sessions;

/// <summary>Signing in with a passkey: the page's script asks for the question, the device answers it, Identity judges.</summary>
public static class PasskeyEndpoints
{
    /// <param name="Credential">What the browser got from the device.</param>
    public sealed record Answer(Guid ChallengeId, JsonElement Credential);

    public static async Task<IResult> Ask(IdentitySessions identity, CancellationToken cancellation) =>
        TypedResults.Text(await identity.PasskeyChallenge(cancellation), "application/json");

    public static async Task<IResult> Begin(
        Answer request, HttpResponse response, IdentitySessions identity, SessionCookie cookie, CancellationToken cancellation)
    {
        var answer = await identity.Passkey(request.ChallengeId, request.Credential, cancellation);

        if (answer.Session is { } opened)
        {
            cookie.Give(response, opened.SessionId);
        }

        return SessionEndpoints.Said(answer);
    }
}
