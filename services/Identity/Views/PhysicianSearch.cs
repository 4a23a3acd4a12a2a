using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Staff look for physicians of their own jurisdiction by the beginning of number, name or reading.</summary>
public sealed record PhysicianSearch(IReadOnlyList<PhysicianSearch.Hit> Physicians, string? Cursor)
{
    private const int PageSize = 50;

    public sealed record Hit(
        Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana,
        string? County, string? Prefecture, bool Jma, string WorkplacePrefecture, bool Active);

    /// <param name="search">Empty finds everybody in the jurisdiction.</param>
    /// <param name="cursor">From the page before; an id and nothing personal.</param>
    public static async Task<Ok<PhysicianSearch>> Get(
        string? search, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var hits = await database.List<Hit>(
            $"""
            select p.physician_id, p.licence_number, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana,
                   c.county, c.prefecture, c.jma, c.workplace_prefecture, c.active
            from person p join physician_card c using (physician_id)
            where {Reach.Condition(user.AssociationCode())} and {Matching(search)}
              and p.physician_id > @cursor
            order by p.physician_id limit @limit
            """,
            new
            {
                association = user.AssociationCode(),
                cursor = cursor ?? Guid.Empty,
                limit = PageSize + 1,
                text = $"{Escaped(search ?? string.Empty)}%",
                kana = $"{Escaped(Kana.Read(search ?? string.Empty)?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty)}%",
            },
            cancellation);
        var shown = hits.Take(PageSize).ToList();
        await store.Append(
            new Changes().Write(AccessLog.By(user, AccessLog.Search, clock.GetUtcNow(), shown.Select(it => it.PhysicianId))), cancellation);

        return TypedResults.Ok(new PhysicianSearch(
            shown, hits.Count > PageSize ? hits[PageSize - 1].PhysicianId.ToString() : null));
    }

    private static string Matching(string? search) => search switch
    {
        null or "" => "true",
        _ when LicenceNumber.Read(search) is not null => "p.licence_number like @text",
        _ when Kana.Read(search) is not null => "p.family_name_kana || p.given_name_kana like @kana",
        _ => "p.family_name || p.given_name like @text",
    };

    private static string Escaped(string text) => Width.Fold(text).Replace(" ", string.Empty, StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
