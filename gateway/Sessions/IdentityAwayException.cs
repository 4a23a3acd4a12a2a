using Microsoft.AspNetCore.Authentication;

namespace Mamis.Gateway.Sessions;

/// <summary>Nobody can say who is calling while Identity is away. That is a 503 to come back from, not a 401 that signs people out.</summary>
public sealed class IdentityAwayException(Exception inner) : Exception("Identity does not answer.", inner)
{
    /// <summary>Whether the fault is the way to Identity: refused, too slow, broken off, or keys not fetched.</summary>
    public static bool IsMeant(Exception fault) =>
        fault is HttpRequestException or IOException or TimeoutException or TaskCanceledException { InnerException: TimeoutException }
        || (fault is InvalidOperationException && fault.Message.StartsWith("IDX20803", StringComparison.Ordinal));

    /// <summary>Answers a call without an accepted caller: 503 when nobody could be asked, else 401.</summary>
    public static async Task Challenge(HttpContext context, Func<Task<AuthenticateResult>> authenticate)
    {
        var result = await authenticate();
        context.Response.StatusCode = result.Failure is { } failure && (failure is IdentityAwayException || IsMeant(failure))
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status401Unauthorized;
    }
}
