using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Staff;

/// <summary>What a link is for, to whoever has it. Looking uses nothing up: mail servers open links ahead of people.</summary>
public static class ShowStaffLink
{
    /// <param name="Key">From the mail; in the body, so that it stands in no log.</param>
    public sealed record Request(string Key);

    /// <param name="Purpose">Code of a <see cref="StaffLinks.Purpose"/>.</param>
    public sealed record Answer(string Purpose, string Role, string Association, string Email);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpResponse response, StaffLinks links, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        return await links.Find(request.Key, cancellation) is { } link
            ? TypedResults.Ok(new Answer(link.Purpose, link.Role, link.Association, link.Email))
            : Refusals.LinkOver.ToProblem();
    }
}
