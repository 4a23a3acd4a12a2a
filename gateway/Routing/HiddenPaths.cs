namespace Mamis.Gateway.Routing;

/// <summary>What services say to each other under <c>/internal</c> does not exist outside, however the path is written.</summary>
public sealed class HiddenPaths(RequestDelegate next)
{
    private static readonly char[] Separators = ['/', '\\'];

    public Task Invoke(HttpContext context)
    {
        if (!IsHidden(context.Request.Path))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Looks through as many layers of escaping as anybody behind could undo.</summary>
    public static bool IsHidden(string? path)
    {
        for (var layer = path ?? string.Empty; ;)
        {
            if (layer.Split(Separators).Any(it => it.Split(';')[0].Trim().Equals("internal", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            var below = Uri.UnescapeDataString(layer);

            if (below == layer)
            {
                return false;
            }

            layer = below;
        }
    }
}
