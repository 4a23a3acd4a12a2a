using System.Net;
using Mamis.Portal.Gateway;

namespace Mamis.Portal.SignIn;

/// <summary>Signs readers in and out at the gateway and hands its cookie on to the browser.</summary>
public sealed class SessionCalls(GatewayClient gateway, IHttpContextAccessor current)
{
    /// <summary>How signing in went on: done, one more step, or why not.</summary>
    public sealed record Outcome(string? Next, Problem? Problem);

    public Task<Outcome> Begin(string login, string password, CancellationToken cancellation) =>
        Send(HttpMethod.Post, "/session", new { login, password }, cancellation);

    /// <summary>Signs in with what the reader's device answered.</summary>
    public Task<Outcome> BeginWithPasskey(Guid challengeId, string? credential, CancellationToken cancellation) =>
        Send(HttpMethod.Post, "/session/passkey", new { challengeId, credential = DeviceAnswer.Read(credential) }, cancellation);

    public Task<Outcome> Confirm(string code, CancellationToken cancellation) =>
        Send(HttpMethod.Post, "/session/totp", new { code }, cancellation);

    public Task<Outcome> End(CancellationToken cancellation) => Send(HttpMethod.Delete, "/session", body: null, cancellation);

    private async Task<Outcome> Send(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };

        try
        {
            using var answer = await gateway.Raw(request, cancellation);
            PassOnCookies(answer);

            return answer switch
            {
                { StatusCode: HttpStatusCode.OK } => new((await answer.Content.ReadFromJsonAsync<NextStep>(cancellation))?.Next, Problem: null),
                { IsSuccessStatusCode: true } => new(Next: null, Problem: null),
                _ => new(Next: null, await GatewayClient.ProblemOf(answer, cancellation)),
            };
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return new(Next: null, Problem.Of(Problem.Away));
        }
    }

    private void PassOnCookies(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && current.HttpContext is { Response: var response })
        {
            foreach (var cookie in cookies)
            {
                response.Headers.Append("Set-Cookie", cookie);
            }
        }
    }
}
