using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Forwarder;

namespace Mamis.Gateway.Routing;

/// <summary>A service that took too long is a 504. Left alone, it would look as if the caller had sent something wrong.</summary>
public sealed class GivenUp(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        await next(context);

        if (!context.Response.HasStarted
            && context.GetForwarderErrorFeature() is { Error: ForwarderError.RequestCanceled }
            && context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        }
    }
}
