using Yarp.ReverseProxy.Model;

namespace Mamis.Gateway.Limits;

/// <summary>Bars an address from the guarded routes while it has failed too often, and counts its failures.</summary>
public sealed class FailedSignInRule(RequestDelegate next, FailedSignIns failures)
{
    public async Task Invoke(HttpContext context)
    {
        if (!IsGuarded(context.GetEndpoint()))
        {
            await next(context);
            return;
        }

        if (failures.IsBarred(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(context);

        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            failures.Count(context);
        }
    }

    private static bool IsGuarded(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<FailedSignIns.Guarded>() is not null
        || endpoint?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.ContainsKey("Guarded") is true;
}
