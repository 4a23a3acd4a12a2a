using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>Turns the exceptions that mean something to the caller into problems; all others are faults and tell nothing of the inside.</summary>
public sealed class ExceptionProblems : IExceptionHandler
{
    private static readonly Refusal ChangedMeanwhile = new(
        "CHANGED_MEANWHILE", "Somebody else changed this at the same time. Read it again and repeat what still applies.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            StreamVersionException => ChangedMeanwhile.ToProblem().ProblemDetails,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } tooLarge => StatusProblems.Detailed(tooLarge.StatusCode),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } strange => StatusProblems.Detailed(strange.StatusCode),
            BadHttpRequestException bad => UnreadableRequest.Explain(bad),
            InvalidDataException or IOException when httpContext.Request.HasFormContentType => StatusProblems.Detailed(StatusCodes.Status400BadRequest),
            NpgsqlException { IsTransient: true } or HttpRequestException or TimeoutException =>
                StatusProblems.Detailed(StatusCodes.Status503ServiceUnavailable),
            _ => null,
        };

        if (problem is null)
        {
            return false;
        }

        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "5";
        }

        await TypedResults.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }
}
