using Mamis.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Mamis.ServiceDefaults;

/// <summary>Gives the answers that the framework makes by itself the shape of all others: a code and what to do next.</summary>
public static class StatusProblems
{
    /// <summary>Adds code and explanation to a problem that came about by its status alone.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;

        if (problem.Extensions.ContainsKey("code") || Of(problem.Status ?? context.HttpContext.Response.StatusCode) is not { } refusal)
        {
            return;
        }

        problem.Type = $"urn:mamis:problem:{refusal.Code}";
        problem.Title = refusal.Code;
        problem.Detail = refusal.Explanation;
        problem.Extensions["code"] = refusal.Code;
        problem.Extensions["refusals"] = new[] { new { refusal.Code, refusal.Explanation, refusal.Subject } };
    }

    /// <summary>What a bare status means here.</summary>
    public static Refusal? Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("REQUEST_UNREADABLE", "The request cannot be read. Compare it with the service's OpenAPI document."),
        StatusCodes.Status401Unauthorized => new("SIGN_IN_REQUIRED", "Sign in at POST /session, or get a token at POST /api/identity/token, and repeat the call."),
        StatusCodes.Status403Forbidden => new("NOT_ALLOWED", "This account may not do this. Use an account whose role may."),
        StatusCodes.Status404NotFound => new("NOT_FOUND", "Nothing is there, or it is not for this account. Check the address."),
        StatusCodes.Status405MethodNotAllowed => new("METHOD_NOT_ALLOWED", "The address exists but not with this method. The header Allow names those it has."),
        StatusCodes.Status406NotAcceptable => new("NOT_ACCEPTABLE", "The answer does not exist in the form that the header Accept asks for."),
        StatusCodes.Status408RequestTimeout => new("REQUEST_TOO_SLOW", "The request did not arrive in time. Send it again."),
        StatusCodes.Status411LengthRequired => new("LENGTH_REQUIRED", "Send the header Content-Length."),
        StatusCodes.Status413PayloadTooLarge => new("REQUEST_TOO_LARGE", "The request is larger than this address takes. Send less at once."),
        StatusCodes.Status415UnsupportedMediaType => new("MEDIA_TYPE_UNSUPPORTED", "Send the header Content-Type with a type this address takes."),
        StatusCodes.Status429TooManyRequests => new("TOO_MANY_REQUESTS", "Too much was asked for in a short time. Wait as long as Retry-After says, and repeat the call."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new("HEADERS_TOO_LARGE", "Send fewer or shorter headers."),
        StatusCodes.Status500InternalServerError => new("FAULT", "Something is wrong on our side; it has been recorded under the traceId. Nothing was changed unless a later reading shows it."),
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => Away,
        _ => null,
    };

    /// <summary>A part of the system does not answer at the moment.</summary>
    public static Refusal Away { get; } = new(
        "SERVICE_AWAY", "A part of the system does not answer at the moment. Repeat the call in a few seconds, with the same Idempotency-Key where one was sent.");

    /// <summary>The problem of a bare status, for those who answer without the framework's help.</summary>
    public static ProblemDetails Detailed(int status)
    {
        var problem = (Of(status) ?? new("FAULT")).ToProblem().ProblemDetails;
        problem.Status = status;
        return problem;
    }
}
