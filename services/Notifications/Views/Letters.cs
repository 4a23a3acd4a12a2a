using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>The letters an association has to print and post, because no mail reaches the physician; unless asked for, not those of all years that are in the post.</summary>
public static class Letters
{
    private const string Query =
        $"""
         select {NoticeCard.Columns} from notice_cards n
         where n.channel = 'Letter' and n.association = @association and case when @state::text is null then n.state <> 'Sent' else n.state = @state end
         order by n.scheduled_at, n.id
         """;

    private static readonly Dictionary<string, NoticeState> States = new()
    {
        ["waiting"] = NoticeState.LetterOrdered,
        ["printed"] = NoticeState.LetterPrinted,
        ["sent"] = NoticeState.Sent,
        ["returned"] = NoticeState.Returned,
    };

    public sealed record Answer(IReadOnlyList<NoticeCard> Letters);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        string? state, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (state is not null && !States.ContainsKey(state))
        {
            return Refusals.LetterStateUnknown.ToProblem();
        }

        var letters = await database.List<NoticeCard>(
            Query,
            new { association = user.AssociationCode(), state = state is null ? null : States[state].ToString() },
            cancellation);

        return TypedResults.Ok(new Answer(letters));
    }
}
