using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Mamis.Certification.Features;

/// <summary>Begins an application. A draft asks nothing of anybody, so there may be several.</summary>
public static class DraftApplication
{
    public sealed record Command(PhysicianId Applicant, Scheme Scheme, ApplicationKind Kind);

    public static Decision Decide(Application application, Command command) => application.Status is ApplicationStatus.None
        ? Decision.Append(new ApplicationDrafted(command.Applicant, command.Scheme, command.Kind))
        : Decision.Nothing;

    public sealed record Request(Scheme Scheme, ApplicationKind Kind);

    public sealed record Answer(Guid Id);

    /// <summary>The same Idempotency-Key from the same physician means the same draft.</summary>
    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, [FromHeader(Name = "Idempotency-Key")] string? key, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var applicant = new PhysicianId(user.Subject());
        var id = key is null ? Guid.CreateVersion7() : DeterministicId.From("application", applicant.Value, key);
        var command = new Command(applicant, request.Scheme, request.Kind);
        var decision = await store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Created($"/applications/{id}", new Answer(id));
    }
}
