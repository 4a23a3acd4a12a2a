using Mamis.Gateway.Sessions;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Mamis.Gateway.Routing;

/// <summary>What of a request reaches a service. A list of what may pass: whatever an attacker thinks up is not on it.</summary>
public static class Forwarding
{
    private static readonly string[] Passing =
    [
        HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage,
        HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition,
        HeaderNames.IfMatch, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfUnmodifiedSince,
        HeaderNames.Range, HeaderNames.IfRange, HeaderNames.Origin, HeaderNames.UserAgent, HeaderNames.TraceParent, "Idempotency-Key",
    ];

    public static void Honestly(TransformBuilderContext context)
    {
        // Only the portal has cookies of its own, and calls back in the name of the session; services know tokens only.
        var isPortal = context.Cluster?.ClusterId == "portal";
        context.AddRequestHeadersAllowed(isPortal ? [.. Passing, HeaderNames.Cookie] : Passing);
        context.AddXForwarded(ForwardedTransformActions.Set);
        context.AddRequestTransform(SignIn);
        context.AddResponseTransform(transform => Answer(transform, isPortal));
    }

    private static ValueTask SignIn(RequestTransformContext transform)
    {
        transform.ProxyRequest.Headers.Authorization = transform.HttpContext.Features.Get<ForwardedToken>() is { } token
            ? new("Bearer", token.AccessToken)
            : null;

        return ValueTask.CompletedTask;
    }

    private static ValueTask Answer(ResponseTransformContext transform, bool isPortal)
    {
        transform.HttpContext.Response.Headers.Remove(HeaderNames.Server);

        if (!isPortal)
        {
            transform.HttpContext.Response.Headers.Remove(HeaderNames.SetCookie);
        }

        return ValueTask.CompletedTask;
    }
}
