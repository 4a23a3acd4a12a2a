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

    /// <summary>Sent as a body, because a name must not stand in an address.</summary>
    /// <param name="Text">Empty finds everybody in the jurisdiction.</param>
    /// <param name="Cursor">From the page before.</param>
    public sealed record Request(string? Text = null, Guid? Cursor = null);

    public static async Task<Ok<PhysicianSearch>> Handle(
        Request request, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var text = request.Text ?? string.Empty;
        var hits = await database.List<Hit>(
            $"""
            select p.physician_id, p.licence_number, p.family_name, p.given_name, p.family_name_kana, p.given_name_kana,
                   c.county, c.prefecture, c.jma, c.workplace_prefecture, c.active
            from person p join physician_card c using (physician_id)
            where {Reach.Condition(user.AssociationCode())} and {Matching(text)}
              and p.physician_id > @cursor
            order by p.physician_id limit @limit
            """,
            new
            {
                association = user.AssociationCode(),
                cursor = request.Cursor ?? Guid.Empty,
                limit = PageSize + 1,
                text = $"{Escaped(text)}%",
                kana = $"{Escaped(Kana.Read(text)?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty)}%",
            },
            cancellation);
        var shown = hits.Take(PageSize).ToList();
        await store.Append(
            new Changes().Write(AccessLog.By(user, AccessLog.Search, clock.GetUtcNow(), shown.Select(it => it.PhysicianId))), cancellation);

        return TypedResults.Ok(new PhysicianSearch(
            shown, hits.Count > PageSize ? hits[PageSize - 1].PhysicianId.ToString() : null));
    }

    private static string Matching(string text) => text switch
    {
        "" => "true",
        _ when LicenceNumber.Read(text) is not null => "p.licence_number like @text",
        _ when Kana.Read(text) is not null => "p.family_name_kana || p.given_name_kana like @kana",
        _ => "p.family_name || p.given_name like @text",
    };

    private static string Escaped(string text) => Width.Fold(text).Replace(" ", string.Empty, StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
