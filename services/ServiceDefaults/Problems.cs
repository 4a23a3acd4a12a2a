using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.ServiceDefaults;

/// <summary>Says "no" over HTTP the same way everywhere: RFC 9457, a stable code, every reason at once.</summary>
public static class Problems
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ExceptionProblems>();
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
        _ => StatusCodes.Status409Conflict,
    };

    private sealed class ExceptionProblems : IExceptionHandler
    {
        private static readonly Refusal ChangedMeanwhile = new(
            "CHANGED_MEANWHILE", "Somebody else changed this at the same time. Read it again and repeat what still applies.");

        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            ProblemHttpResult? problem = exception switch
            {
                StreamVersionException => ChangedMeanwhile.ToProblem(),
                BadHttpRequestException bad => Unreadable(bad),
                _ => null,
            };

            if (problem is null)
            {
                return false;
            }

            await problem.ExecuteAsync(context);
            return true;
        }

        private static ProblemHttpResult Unreadable(BadHttpRequestException bad)
        {
            var refusal = new Refusal(
                "REQUEST_UNREADABLE", bad.InnerException is { } inner ? $"{bad.Message} {inner.Message}" : bad.Message, RefusalKind.Invalid);
            var problem = refusal.ToProblem();
            problem.ProblemDetails.Status = bad.StatusCode;
            return TypedResults.Problem(problem.ProblemDetails);
        }
    }
}
