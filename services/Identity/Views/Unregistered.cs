using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Who of an association has no my-page yet, and what became of the postcard.</summary>
/// <param name="Total">All of them, of which a page shows a part.</param>
/// <param name="Cursor">Where the next page begins; null on the last.</param>
public sealed record Unregistered(int Total, IReadOnlyList<Unregistered.Person> Physicians, Guid? Cursor)
{
    private const int PageSize = 50;

    /// <summary>Somebody without a my-page.</summary>
    /// <param name="PostcardUntil">Last day of the postcard made out last; null when none is out.</param>
    /// <param name="PostcardReturnedOn">Day it came back, while no other address is known.</param>
    public sealed record Person(
        Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string PostalCode, string Address,
        string? County, string WorkplacePrefecture, DateOnly? PostcardUntil, DateOnly? PostcardReturnedOn);

    /// <summary>A run of them in the order of their ids, and the same order in every run.</summary>
    /// <param name="association">Whose physicians; at or below the caller's own.</param>
    public static Task<IReadOnlyList<Person>> Run(
        string association, Guid after, int limit, NpgsqlDataSource database, CancellationToken cancellation) => database.List<Person>(
        $"""
        select p.physician_id, p.licence_number, p.family_name, p.given_name, p.postal_code, p.address, c.county, c.workplace_prefecture,
               c.provisional_until as postcard_until, c.postcard_returned_on
        from physician_card c join person p using (physician_id)
        where not c.active and {Reach.Condition(association)} and c.physician_id > @after
        order by c.physician_id limit @limit
        """,
        new { association, after, limit },
        cancellation);

    /// <summary>Why the caller may not see an association's, or null.</summary>
    public static Refusal? Refuse(string association, ClaimsPrincipal user) => Association.TierOf(association) switch
    {
        null => Refusals.AssociationUnknown,
        _ => user.IsAbove(association) ? null : Refusals.OutOfJurisdiction,
    };

    /// <param name="association">Code; without it, the caller's own.</param>
    /// <param name="cursor">From the page before.</param>
    public static async Task<Results<Ok<Unregistered>, ProblemHttpResult>> Get(
        string? association, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock,
        CancellationToken cancellation)
    {
        var asked = association ?? user.AssociationCode();

        if (Refuse(asked, user) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var people = await Run(asked, cursor ?? Guid.Empty, PageSize + 1, database, cancellation);
        var shown = people.Take(PageSize).ToList();
        var total = await database.Find<int>(
            $"select count(*)::int from physician_card c where not c.active and {Reach.Condition(asked)}", new { association = asked }, cancellation);
        await store.Append(
            new Changes().Write(AccessLog.By(user, AccessLog.Unregistered, clock.GetUtcNow(), shown.Select(it => it.PhysicianId))), cancellation);

        return TypedResults.Ok(new Unregistered(total, shown, people.Count > PageSize ? shown[^1].PhysicianId : null));
    }
}
