using System.Net;
using System.Text.Json;
using Mamis.ServiceDefaults;

namespace Mamis.Gateway.Sessions;

/// <summary>Identity's side of the sessions. The only client of the gateway; everything else is forwarded.</summary>
public sealed class IdentitySessions(HttpClient identity)
{
    public static void Register(WebApplicationBuilder builder) => builder
        .AddInternalClient<IdentitySessions>("gateway", "identity")
        .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(10));

    /// <summary>What Identity answered, and the session when it opened one.</summary>
    public sealed record Answer(HttpStatusCode Status, Opened? Session, string Body);

    /// <summary>A session, and what is still asked of the person: <c>totp</c>, <c>first-login</c>, or nothing.</summary>
    public sealed record Opened(string SessionId, string? Next);

    /// <summary>The token that says who the session belongs to.</summary>
    public sealed record Token(string AccessToken, int ExpiresIn);

    public Task<Answer> Begin(string login, string password, CancellationToken cancellation) =>
        Ask("/internal/sessions", new { login, password }, cancellation);

    public Task<Answer> Totp(string sessionId, string code, CancellationToken cancellation) =>
        Ask($"/internal/sessions/{Uri.EscapeDataString(sessionId)}/totp", new { code }, cancellation);

    public Task<Answer> Passkey(Guid challengeId, JsonElement credential, CancellationToken cancellation) =>
        Ask("/internal/passkey-sessions", new { challengeId, credential }, cancellation);

    /// <summary>What the browser has to ask its device, as Identity says it.</summary>
    public async Task<string> PasskeyChallenge(CancellationToken cancellation)
    {
        using var answer = await identity.PostAsync(new Uri("/internal/passkey-challenges", UriKind.Relative), content: null, cancellation);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>A fresh token; null when the session has ended or is not complete.</summary>
    public async Task<Token?> TokenOf(string sessionId, CancellationToken cancellation)
    {
        using var answer = await identity.PostAsync(Session(sessionId, "/token"), content: null, cancellation);
        return Ended(answer) ? null : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Token>(cancellation);
    }

    /// <summary>Who the session belongs to, as Identity says it; null when it has ended.</summary>
    public async Task<string?> Describe(string sessionId, CancellationToken cancellation)
    {
        using var answer = await identity.GetAsync(Session(sessionId), cancellation);
        return Ended(answer) ? null : await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Whether a machine client's token still holds.</summary>
    public async Task<bool> IsAlive(string sessionId, CancellationToken cancellation)
    {
        using var answer = await identity.GetAsync(Session(sessionId, "/alive"), cancellation);
        return !Ended(answer) && answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    public async Task End(string sessionId, CancellationToken cancellation)
    {
        using var answer = await identity.DeleteAsync(Session(sessionId), cancellation);
        _ = Ended(answer) || answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    private async Task<Answer> Ask(string path, object body, CancellationToken cancellation)
    {
        using var answer = await identity.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        var opened = answer.StatusCode == HttpStatusCode.OK
            ? JsonSerializer.Deserialize<Opened>(text, JsonSerializerOptions.Web)
            : null;

        return new(answer.StatusCode, opened, text);
    }

    private static Uri Session(string sessionId, string rest = "") =>
        new($"/internal/sessions/{Uri.EscapeDataString(sessionId)}{rest}", UriKind.Relative);

    /// <summary>A session that Identity does not know, or does not give tokens for, counts as ended; anything else is a fault.</summary>
    private static bool Ended(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Conflict or HttpStatusCode.BadRequest;
}
