using System.Runtime.CompilerServices;
using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>All physicians of an association without a my-page, as a table for letters and telephone calls.</summary>
public static class UnregisteredFile
{
    /// <summary>As many as are in memory at once.</summary>
    private const int RunSize = 1_000;

    private static readonly string[] Header =
        ["licenceNumber", "name", "postalCode", "address", "county", "workplacePrefecture", "postcardUntil", "postcardReturnedOn"];

    /// <param name="association">Code; without it, the caller's own.</param>
    public static Results<PushStreamHttpResult, ProblemHttpResult> Get(
        string? association, ClaimsPrincipal user, HttpResponse response, NpgsqlDataSource database, IEventStore store, TimeProvider clock,
        CancellationToken cancellation)
    {
        var asked = association ?? user.AssociationCode();

        if (Unregistered.Refuse(asked, user) is { } refusal)
        {
            return refusal.ToProblem();
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            body => CsvTable.Write(body, Header, Rows(asked, user, database, store, clock, cancellation), cancellation),
            CsvTable.ContentType, "unregistered.csv");
    }

    /// <summary>Every look is noted before its rows go out.</summary>
    private static async IAsyncEnumerable<string?[]> Rows(
        string association, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = Guid.Empty;

        while (await Unregistered.Run(association, after, RunSize, database, cancellation) is { Count: > 0 } run)
        {
            await store.Append(
                new Changes().Write(AccessLog.By(user, AccessLog.Unregistered, clock.GetUtcNow(), run.Select(it => it.PhysicianId))), cancellation);

            foreach (var it in run)
            {
                yield return
                [
                    it.LicenceNumber, $"{it.FamilyName} {it.GivenName}", it.PostalCode, it.Address, it.County, it.WorkplacePrefecture,
                    $"{it.PostcardUntil:yyyy-MM-dd}", $"{it.PostcardReturnedOn:yyyy-MM-dd}",
                ];
            }

            after = run[^1].PhysicianId;
        }
    }
}
