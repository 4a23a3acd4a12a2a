using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Documents;

/// <summary>Adds a document to an application that lies with the physician (domain.md 3.9).</summary>
public static class AttachDocument
{
    public sealed record Command(PhysicianId By, DocumentAttached Document);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.Applicant != command.By => Refusals.ApplicationUnknown,
        { IsOver: true } => Refusals.ApplicationOver,
        { IsOpenToApplicant: false } => Refusals.ApplicationNotWithYou,
        _ => Decision.Append(command.Document),
    };

    public sealed record Answer(Guid Id);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid id, HttpRequest request, ClaimsPrincipal user, IEventStore store, DocumentVault vault, CancellationToken cancellation)
    {
        var (upload, refusals) = await Upload.Read(request, cancellation);

        if (upload is null)
        {
            return refusals.ToProblem();
        }

        var owner = new PhysicianId(user.Subject());
        var document = new DocumentAttached(new(Guid.CreateVersion7()), upload.Kind, upload.Type, upload.CompletedOn);
        var kept = await vault.Keep(upload.Describe(id, owner, document.Document), upload.Content, cancellation);

        if (kept.Rows is not { } rows)
        {
            return kept.Refusals.ToProblem();
        }

        var decision = await store.DecideAsync<Application>(
            id, it => Decide(it, new(owner, document)), changes => changes.Write(rows), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created($"/applications/{id}/documents/{document.Document.Value}", new Answer(document.Document.Value));
    }
}
