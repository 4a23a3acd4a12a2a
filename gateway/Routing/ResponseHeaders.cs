using Microsoft.Net.Http.Headers;

namespace Mamis.Gateway.Routing;

/// <summary>What every answer tells the browser: trust nothing but this site, guess no types, keep nothing personal.</summary>
public sealed class ResponseHeaders(RequestDelegate next)
{
    /// <summary>Pages use the site's own styles, pictures and few scripts, post to the site itself, and stand in no frame.</summary>
    private const string ForPages =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context.Request, context.Response.Headers);
            return Task.CompletedTask;
        });

        return next(context);
    }

    private static void Set(HttpRequest request, IHeaderDictionary headers)
    {
        var isPage = headers.ContentType.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isPage ? ForPages : ForData;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        if (request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Whoever says nothing about keeping it has personal data until shown otherwise.
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store";
        }
    }
}
