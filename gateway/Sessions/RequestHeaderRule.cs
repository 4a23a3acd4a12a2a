using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Yarp.ReverseProxy.Model;

namespace Mamis.Gateway.Sessions;

/// <summary>A browser sends its cookie with any request another site makes it send, but never this header: the guard against forged requests.</summary>
/// <remarks>Pages cannot send it from a plain form; their route says <c>Forgery: antiforgery</c> and the portal checks its own token.</remarks>
public sealed class RequestHeaderRule(RequestDelegate next)
{
    public const string Header = "X-Mamis-Request";

    private static readonly Refusal Missing = new(
        "REQUEST_HEADER_MISSING", $"Send the header {Header}: 1 with every call that changes something and carries the session cookie.", RefusalKind.Forbidden);

    public Task Invoke(HttpContext context) => IsForgeable(context)
        ? Missing.ToProblem().ExecuteAsync(context)
        : next(context);

    private static bool IsForgeable(HttpContext context)
    {
        var request = context.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

        if (isSafe || request.Headers[Header] == "1")
        {
            return false;
        }

        // Signing in is guarded although no cookie is sent yet: nobody may be signed in as somebody else unawares.
        return request.Path.StartsWithSegments("/session", StringComparison.Ordinal) || (SessionCookie.IsSent(request) && !HasAntiforgery(context));
    }

    private static bool HasAntiforgery(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.GetValueOrDefault("Forgery") == "antiforgery";
}
