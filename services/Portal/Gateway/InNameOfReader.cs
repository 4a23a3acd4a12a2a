using Mamis.ServiceDefaults;

namespace Mamis.Portal.Gateway;

/// <summary>Calls the gateway as the reader's browser would: with the session cookie, which alone decides what is allowed.</summary>
/// <remarks>The portal's own secret opens nothing. It only has limits counted on the reader's address instead of the portal's.</remarks>
public sealed class InNameOfReader(IHttpContextAccessor current, IConfiguration configuration) : DelegatingHandler
{
    private const string SessionCookie = "__Host-mamis";

    private readonly string _proof = InternalClients.SecretOf(
        "service:portal", configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it."));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Mamis-Request", "1");
        request.Headers.Add("X-Mamis-Portal", _proof);
        request.Headers.Accept.ParseAdd("application/json");

        if (current.HttpContext is { Request: var reader })
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", reader.Headers["X-Forwarded-For"].ToString());

            if (reader.Cookies[SessionCookie] is { } session)
            {
                request.Headers.Add("Cookie", $"{SessionCookie}={session}");
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
