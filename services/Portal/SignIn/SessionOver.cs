using Mamis.Portal.Gateway;
using Microsoft.AspNetCore.Diagnostics;

namespace Mamis.Portal.SignIn;

/// <summary>Sends a reader whose session ended to sign in again.</summary>
public sealed class SessionOver : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not SessionOverException)
        {
            return ValueTask.FromResult(false);
        }

        httpContext.Response.Redirect(PageAccess.SignInAddress(httpContext.Request, PathOf(httpContext)));
        return ValueTask.FromResult(true);
    }

    private static string PathOf(HttpContext context) => context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
}
