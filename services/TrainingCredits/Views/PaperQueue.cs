using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Declared lines of the handbook that the caller's association can see, oldest first.</summary>
public static class PaperQueue
{
    private const string Lines =
        $"""
        select e.entry_id, e.physician_id, p.licence_number, p.family_name, p.given_name, e.date, e.category, e.item, e.units,
               e.paper_training as training, e.mode, e.status, e.posted_at as declared_at
        from ledger_entry e {People.Covered}
        left join person p on p.physician_id = e.physician_id
        where e.source = 'Paper' and e.status = @status
          and (@after::uuid is null
               or (e.posted_at, e.entry_id) > (select c.posted_at, c.entry_id from ledger_entry c where c.entry_id = @after))
        order by e.posted_at, e.entry_id limit @limit
        """;

    public static async Task<Results<Ok<Page<PaperLine>>, ProblemHttpResult>> Get(
        string? state, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, DocumentVault vault, CancellationToken cancellation)
    {
        if (Codes.Find<EntryStatus>(state ?? Codes.Of(EntryStatus.Pending)) is not { } status)
        {
            return (Refusals.FieldInvalid with { Explanation = $"One of {Codes.All<EntryStatus>()}.", Subject = "state" }).ToProblem();
        }

        var arguments = new
        {
            association = user.AssociationCode(),
            status = status.ToString(),
            after = cursor,
            limit = Page.Size,
        };
        var lines = await database.List<PaperLine>(Lines, arguments, cancellation);
        var photos = (await vault.SentFor([.. lines.Select(it => it.EntryId)], cancellation)).ToLookup(it => it.BelongsTo);

        return TypedResults.Ok(Page.Of([.. lines.Select(it => it.With(photos[it.EntryId]))], it => it.EntryId));
    }
}

/// <summary>A declared line beside whose it is, for the desk that compares it with the handbook.</summary>
public sealed record PaperLine
{
    public Guid EntryId { get; init; }

    public Guid PhysicianId { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public DateOnly Date { get; init; }

    public Category Category { get; init; }

    public string? Item { get; init; }

    public int Units { get; init; }

    public string Training { get; init; } = string.Empty;

    public Mode Mode { get; init; }

    public EntryStatus Status { get; init; }

    public DateTimeOffset DeclaredAt { get; init; }

    /// <summary>Pages of the handbook that the physician sent with it.</summary>
    public IReadOnlyList<Photo> Photos { get; init; } = [];

    public PaperLine With(IEnumerable<DocumentVault.Description> photos) =>
        this with { Photos = [.. photos.Select(it => new Photo(it.DocumentId, it.MediaType))] };

    /// <summary>A photo without its content.</summary>
    public sealed record Photo(Guid Id, string MediaType);
}
