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
    private const int PageSize = 500;

    private const string Query =
        $"""
         select {NoticeCard.Columns} from notice_cards n
         where n.channel = 'Letter' and n.association = @association and case when @state::text is null then n.state <> 'Sent' else n.state = @state end
           and (@cursor::uuid is null or (n.scheduled_at, n.id) > (select scheduled_at, id from notice_cards where id = @cursor))
         order by n.scheduled_at, n.id limit @most
         """;

    private const string Counts =
        """
        select batch_id as id, count(*)::integer as letters from notice_cards
        where channel = 'Letter' and association = @association and state in ('LetterOrdered', 'LetterPrinted')
        group by batch_id order by min(scheduled_at), batch_id
        """;

    private static readonly Dictionary<string, NoticeState> States = new()
    {
        ["waiting"] = NoticeState.LetterOrdered,
        ["printed"] = NoticeState.LetterPrinted,
        ["sent"] = NoticeState.Sent,
        ["returned"] = NoticeState.Returned,
    };

    /// <param name="Waiting">How many are to be printed.</param>
    /// <param name="Printed">What was printed and is not in the post yet.</param>
    /// <param name="InOnePart">How many letters one document of a batch holds.</param>
    /// <param name="Letters">One page of them, who waits longest first.</param>
    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(int Waiting, IReadOnlyList<Batch> Printed, int InOnePart, IReadOnlyList<NoticeCard> Letters, Guid? Next);

    public sealed record Batch(Guid? Id, int Letters);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        string? state, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (state is not null && !States.ContainsKey(state))
        {
            return Refusals.LetterStateUnknown.ToProblem();
        }

        var association = user.AssociationCode();
        var counts = await database.List<Batch>(Counts, new { association }, cancellation);
        var letters = await database.List<NoticeCard>(
            Query, new { association, state = state is null ? null : States[state].ToString(), cursor, most = PageSize }, cancellation);

        return TypedResults.Ok(new Answer(
            counts.Where(it => it.Id is null).Sum(it => it.Letters),
            [.. counts.Where(it => it.Id is not null)],
            LetterBatch.InOnePart,
            letters,
            letters.Count == PageSize ? letters[^1].Id : null));
    }
}
