using System.Security.Claims;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Batches;

/// <summary>The JMA's committee approves up to 2,000 cases in one go: each is decided as it would be alone, and what is refused holds up none of the others.</summary>
public static class ApproveMany
{
    public const int Most = 2_000;

    /// <summary>One case as the committee's list names it.</summary>
    /// <param name="Application">Its id or its receipt number.</param>
    /// <param name="IfVersion">The version that was looked at; null when whatever stands there is meant.</param>
    public sealed record Case(string? Application, long? IfVersion = null);

    /// <param name="CertifiedOn">The certification day of the new certificates among them (rule V3); renewals have none.</param>
    /// <param name="DryRun">Says what would happen, and with which versions.</param>
    public sealed record Request(IReadOnlyList<Case?> Cases, DateOnly? CertifiedOn = null, bool DryRun = false);

    public static async Task<Results<Ok<ApprovalReport>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] ApprovalPlan.Tools tools, CancellationToken cancellation) => request.Cases.Count switch
        {
            0 => BadInput.MissingField.For("cases").ToProblem(),
            > Most => BatchRefusals.TooMany.ToProblem(),
            _ => TypedResults.Ok(await ApprovalPlan.Carry(request, user.Desk(), user.Staff(), tools, cancellation)),
        };
}
