using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Refusals whose status is not about the request's state but about who sends it, or how often.</summary>
public static class Answers
{
    public static ProblemHttpResult ToProblem(this Refusal refusal, int status)
    {
        var problem = refusal.ToProblem().ProblemDetails;
        problem.Status = status;
        return TypedResults.Problem(problem);
    }
}
