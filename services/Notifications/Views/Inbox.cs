using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>The notices of the physician who asks, or of all the physicians the asking desk reaches; the latest first.</summary>
public static class Inbox
{
    private const int PageSize = 100;

    /// <param name="Notices">One page of them.</param>
    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(IReadOnlyList<NoticeCard> Notices, Guid? Next);

    public static async Task<Ok<Answer>> Get(
        Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var after = cursor is null ? string.Empty : "and (n.scheduled_at, n.id) < (select scheduled_at, id from notice_cards where id = @cursor)";
        var page = await database.List<NoticeCard>(
            $"""
             select {NoticeCard.Columns} from notice_cards n
             left join standings s on s.physician_id = n.physician_id
             where {Reach.Of(user)} {after}
             order by n.scheduled_at desc, n.id desc limit {PageSize}
             """,
            new { me = user.Subject(), association = user.AssociationCode(), cursor },
            cancellation);

        return TypedResults.Ok(new Answer(page, page.Count == PageSize ? page[^1].Id : null));
    }
}

/// <summary>Whose notices a caller may see, as a condition on <c>notice_cards n</c> and <c>standings s</c>.</summary>
public static class Reach
{
    /// <summary>
    /// A physician sees what was told, not the desk's lists, nor what was waived, nor a warning that may turn out to be none; but the inbox keeps
    /// what only was not to be mailed.
    /// </summary>
    private static readonly string Own =
        $"""
         n.physician_id = @me and n.route <> 'ListForDesk' and (n.state <> 'Waived' or n.code = '{Reasons.SwitchedOff}')
         and not (n.state = 'Scheduled' and coalesce(n.code, '{Reasons.ApplicationStopped}') = '{Reasons.ApplicationStopped}' and n.kind in ({string.Join(", ", Enum.GetValues<NoticeKind>().Where(it => it.AsksForCredits()).Select(it => $"'{it}'"))}))
         """;

    /// <summary>What was told to an organisation has a list of its own.</summary>
    public static string Of(ClaimsPrincipal user) => user.Physician() is null ? $"{Standings.Covered} and n.physician_id is not null" : Own;
}
