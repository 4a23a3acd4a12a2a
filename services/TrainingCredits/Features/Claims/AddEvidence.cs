using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Domain.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Adds a file that shows the attendance, such as a photo of the certificate of participation, while the claim is not decided.</summary>
public static class AddEvidence
{
    /// <summary>What the vault says that the file is.</summary>
    public const string Kind = "ClaimEvidence";

    public sealed record Command(Guid Document, DateOnly Today);

    public static Decision Decide(CreditClaim claim, Command command) => claim switch
    {
        { WaitsAtDesk: false, Status: not ClaimStatus.TurnedDown } => ClaimRefusals.Decided,
        _ when claim.Evidence.Count >= ClaimRules.On(command.Today).Files => ClaimRefusals.TooMuchEvidence,
        _ => Decision.Append(new EvidenceAdded(command.Document)),
    };

    public sealed record Answer(Guid Id);

    /// <remarks>Sent as the form field <c>file</c>; what kind of file it is, its content says.</remarks>
    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid id, HttpRequest request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, DocumentVault vault, CancellationToken cancellation)
    {
        if (await desk.Find(id, user, cancellation) is not { State.Claimant: var claimant })
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var file = request.HasFormContentType
            ? await DocumentFile.Read(await request.ReadFormAsync(cancellation), "file", cancellation)
            : new([], null, [DocumentRefusals.Missing.For("file")]);

        if (file.Type is not { } type)
        {
            return file.Refusals.ToProblem();
        }

        var document = Guid.CreateVersion7();
        var description = new DocumentVault.Description { DocumentId = document, BelongsTo = id, PhysicianId = claimant.Value, Kind = Kind, MediaType = type.MediaType };
        var kept = await vault.Keep(description, file.Content, cancellation);

        if (kept.Rows is not { } rows)
        {
            return kept.Refusals.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<CreditClaim>(
            id, it => Decide(it, new(document, desk.Clock.Today())), changes => changes.Write(rows), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Created($"/claims/{id}/evidence/{document}", new Answer(document));
    }
}
