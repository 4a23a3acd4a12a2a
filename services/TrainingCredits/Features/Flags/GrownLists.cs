using Mamis.EventStore;
using Mamis.TrainingCredits.Domain.Flags;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Lists of organizers that add rows to a session for which another list had come on an earlier day.</summary>
/// <remarks>
/// The day of the first list is the day of confirmation: several lists on it, one a session or one a desk, are one report.
/// What staff typed, what a claim gave and the same list posted again are no growth.
/// </remarks>
public static class GrownLists
{
    private const string Grown =
        """
        with touched as (
            select p.list_id, p.training_id, p.day, r.session_id, count(*) as rows
            from posted_list p
            join lateral (
                select e.session_id, e.list_row from ledger_entry e where e.training_id = p.training_id and e.list_id = p.list_id
                union select h.session_id, h."row" from suspense h where h.training_id = p.training_id and h.list_id = p.list_id) r on true
            where p.list_id = any(@lists) and p.way is null
            group by p.list_id, p.training_id, p.day, r.session_id)
        select t.list_id, t.training_id, t.day, t.session_id, t.rows::integer as rows
        from touched t
        where exists (
            select 1 from posted_list q
            where q.training_id = t.training_id and q.way is null and q.day < t.day
              and (exists (select 1 from ledger_entry e where e.training_id = t.training_id and e.list_id = q.list_id and e.session_id = t.session_id)
                   or exists (select 1 from suspense h where h.training_id = t.training_id and h.list_id = q.list_id and h.session_id = t.session_id)))
        """;

    public static async Task<IEnumerable<FlagRaised>> Of(
        IReadOnlyList<Domain.ListId> lists, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.List<Row>(Grown, new { lists = lists.Select(it => it.Value).ToArray() }, cancellation);

        return rows.GroupBy(it => (it.ListId, it.Day)).Select(list => new ListFlagged(
            new(list.Key.ListId), list.Key.Day, [.. list.Select(it => new FlaggedSession(new(it.TrainingId), new(it.SessionId)))], list.Sum(it => it.Rows)));
    }

    private sealed record Row
    {
        public Guid ListId { get; init; }

        public Guid TrainingId { get; init; }

        public DateOnly Day { get; init; }

        public Guid SessionId { get; init; }

        public int Rows { get; init; }
    }
}
