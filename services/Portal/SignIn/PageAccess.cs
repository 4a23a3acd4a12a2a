using Mamis.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Mamis.Portal.SignIn;

/// <summary>Leads readers who may not see a page to where they can go on, instead of a bare 401 or 403.</summary>
public sealed class PageAccess : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        context.Response.Redirect(authorizeResult switch
        {
            { Challenged: true } => SignInAddress(context.Request),
            _ when context.User.IsInRole(Roles.Enrolling) => "/first-login",
            _ => "/not-allowed",
        });
        return Task.CompletedTask;
    }

    /// <summary>The way to sign in and back to the page that was asked for.</summary>
    public static string SignInAddress(HttpRequest request) => SignInAddress(request, request.Path);

    /// <param name="request">What was asked for.</param>
    /// <param name="path">Its path, which a handler of failures sees replaced by its own.</param>
    public static string SignInAddress(HttpRequest request, string path) =>
        HttpMethods.IsGet(request.Method) && path != "/"
            ? $"/login?next={Uri.EscapeDataString(path + request.QueryString)}"
            : "/login";

    /// <summary>Only ways within this site are followed.</summary>
    public static string Within(string? next) =>
        next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl) ? next : "/";
}
