using System.Globalization;
using Mamis.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mamis.ServiceDefaults;

/// <summary>Keeps one person's form from overwriting what another has saved: the version of a stream is its ETag.</summary>
public static class Preconditions
{
    private static readonly Refusal Required = new(
        "IF_MATCH_REQUIRED", "Send the header If-Match with the ETag of what was read before.", Subject: HeaderNames.IfMatch);

    private static readonly Refusal Changed = new(
        "CHANGED_MEANWHILE", "Somebody else changed this since it was read. Read it again and repeat what still applies.", Subject: HeaderNames.IfMatch);

    /// <summary>Tells the version with the answer.</summary>
    public static void ShowVersion(this HttpResponse response, long version) => response.Headers.ETag = Tag(version);

    /// <summary>The problem to answer with (428 without If-Match, 412 with another version), or null when all is well.</summary>
    public static ProblemHttpResult? DiffersFrom(this HttpRequest request, long version) => request.Headers.IfMatch switch
    {
        [] => Problem(Required, StatusCodes.Status428PreconditionRequired),
        ["*"] => null,
        var tags when tags.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(Tag(version), StringComparer.Ordinal) => null,
        _ => Problem(Changed, StatusCodes.Status412PreconditionFailed),
    };

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static ProblemHttpResult Problem(Refusal refusal, int status)
    {
        var problem = refusal.ToProblem().ProblemDetails;
        problem.Status = status;
        return TypedResults.Problem(problem);
    }
}
