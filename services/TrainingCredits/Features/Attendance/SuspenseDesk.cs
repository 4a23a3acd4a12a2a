using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>What staff need to decide on held rows: those of trainings in their prefecture or of their own, all of them for the JMA.</summary>
public sealed record SuspenseDesk(IEventStore Store, NpgsqlDataSource Database, TimeProvider Clock)
{
    /// <summary>Whether the caller's association decides on rows of training <c>t</c>.</summary>
    public const string Reach = "(@association = 'JMA' or t.prefecture = @association or t.organizer = @association)";

    private const string State =
        $"""
        select s.resolved_at is not null from suspense s join training_card t using (training_id) where s.id = @id and {Reach}
        """;

    private const string Beside =
        $"""
        select n.*, {ResolveSuspense.Known}
        from suspense n
        cross join (
            select p.*, (p.active or m.physician_id is not null) as is_active
            from person p left join my_page m using (physician_id) where p.physician_id = @physician) p
        where n.id = @id
        """;

    /// <summary>Why the caller cannot decide on this row, or null.</summary>
    public async Task<Refusal?> Refuses(Guid id, ClaimsPrincipal user, CancellationToken cancellation) =>
        await Database.Find<bool?>(State, new { id, association = user.AssociationCode() }, cancellation) switch
        {
            null => Refusals.RowUnknown,
            true => Refusals.RowSettled,
            false => null,
        };

    /// <summary>The row beside the physician it may be about, or why there is none.</summary>
    public async Task<(WaitingRow? Row, Refusal Refusal)> Find(Guid id, Guid physician, ClaimsPrincipal user, CancellationToken cancellation) =>
        await Refuses(id, user, cancellation) is { } refusal
            ? (null, refusal)
            : (await Database.Find<WaitingRow>(Beside, new { id, physician }, cancellation), Refusals.NoNearMatch);

    /// <summary>Stores the decision, unless the row was settled in the meantime.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> Settle(Changes changes, CancellationToken cancellation)
    {
        try
        {
            await Store.Append(changes, cancellation);
            return TypedResults.NoContent();
        }
        catch (AlreadyHandledException)
        {
            return Refusals.RowSettled.ToProblem();
        }
    }
}
