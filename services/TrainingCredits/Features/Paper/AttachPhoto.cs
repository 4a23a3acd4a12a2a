using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Paper;

/// <summary>Lets a physician add a photo of the handbook's page to a declared line that the desk has not decided yet.</summary>
public static class AttachPhoto
{
    /// <summary>Both halves of a page and its stamp, taken again where one is blurred.</summary>
    private const int Most = 5;

    public const string Kind = "HandbookPage";

    public sealed record Command(EntryId Entry, PhysicianId Holder, PhotoId Photo);

    public static Decision Decide(CreditLedger ledger, Command command) => ledger.Find(command.Entry) switch
    {
        null or { Attending: not null } => Refusals.EntryUnknown,
        { Status: EntryStatus.Refused } => Refusals.PaperAlreadyRefused,
        { Status: not EntryStatus.Pending } => Refusals.PaperAlreadyVerified,
        { Photos: >= Most } => Refusals.PhotosFull,
        _ => Decision.Append(new PaperPhotoAttached(command.Entry, command.Holder, command.Photo)),
    };

    public sealed record Answer(Guid Id);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid entryId, HttpRequest request, ClaimsPrincipal user, IEventStore store, DocumentVault vault, CancellationToken cancellation)
    {
        var (file, refusals) = await Read(request, cancellation);

        if (file.Type is not { } type || refusals.Count > 0)
        {
            return refusals.ToProblem();
        }

        var command = new Command(new(entryId), new(user.Subject()), new(Guid.CreateVersion7()));
        var photo = new DocumentVault.Description
        {
            DocumentId = command.Photo.Value,
            BelongsTo = entryId,
            PhysicianId = command.Holder.Value,
            Kind = Kind,
            MediaType = type.MediaType,
        };
        var kept = await vault.Keep(photo, file.Content, cancellation);

        if (kept.Rows is not { } rows)
        {
            return kept.Refusals.ToProblem();
        }

        var decision = await store.DecideAsync<CreditLedger>(
            command.Holder.Value, it => Decide(it, command), changes => changes.Write(rows), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created($"/ledgers/{command.Holder.Value}/paper-credits/{entryId}/photos/{command.Photo.Value}", new Answer(command.Photo.Value));
    }

    private static async Task<(DocumentFile File, IReadOnlyList<Refusal> Refusals)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return (DocumentFile.None, [DocumentRefusals.NotForm]);
        }

        var form = await request.ReadFormAsync(cancellation);
        var file = await DocumentFile.Read(form, "file", cancellation);
        var others = form.Keys.Concat(form.Files.Select(it => it.Name).Where(it => it != "file"));

        return (file, [.. file.Refusals, .. others.Select(it => (Refusals.FieldInvalid with { Explanation = "There is no such field." }).For(it))]);
    }
}
