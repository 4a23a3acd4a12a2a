using Mamis.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.ServiceDefaults;

/// <summary>Says "no" over HTTP the same way everywhere: RFC 9457, a stable code, every reason at once.</summary>
public static class Problems
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = StatusProblems.Complete);
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        // Otherwise a request that cannot be read gets a bare 400 outside of development.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static ProblemHttpResult ToProblem(this Decision decision) => decision.Refusals.ToProblem();

    public static ProblemHttpResult ToProblem(this Refusal refusal) => new[] { refusal }.ToProblem();

    /// <summary>One problem that lists every refusal; its own code is that of the first.</summary>
    public static ProblemHttpResult ToProblem(this IReadOnlyList<Refusal> refusals) => TypedResults.Problem(
        statusCode: StatusOf(refusals[0].Kind),
        type: $"urn:mamis:problem:{refusals[0].Code}",
        title: refusals[0].Code,
        detail: refusals[0].Explanation,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = refusals[0].Code,
            ["refusals"] = refusals.Select(it => new { it.Code, it.Explanation, it.Subject }).ToArray(),
        });

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status409Conflict,
    };
}
