namespace Mamis.Portal.SignIn;

/// <summary>Leads within the site by path alone: the address the gateway calls the portal by is not the one its readers use.</summary>
public sealed class WithinSite(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Location = PathOf(context.Response.Headers.Location.ToString(), context.Request);
            return Task.CompletedTask;
        });

        return next(context);
    }

    private static string? PathOf(string location, HttpRequest request) => location switch
    {
        "" => null,
        _ when Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Authority == request.Host.Value && address.Scheme == request.Scheme => address.PathAndQuery + address.Fragment,
        _ => location,
    };
}
