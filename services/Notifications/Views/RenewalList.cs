using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>Whose certificates end within four months, for the desk that has to look after them (N2).</summary>
/// <remarks>Who moves is found on the list of the new desk at once: an entry follows the physician, only an application stays (Q19).</remarks>
public static class RenewalList
{
    private const int PageSize = 500;

    /// <param name="Physicians">One page of them, whose term ends first first.</param>
    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(DateOnly AsOf, string Desk, IReadOnlyList<Entry> Physicians, Guid? Next);

    public sealed record Entry
    {
        public required Guid NoticeId { get; init; }

        public required Guid PhysicianId { get; init; }

        public required Guid CertificateId { get; init; }

        public required string Number { get; init; }

        public required Scheme Scheme { get; init; }

        public required DateOnly ValidTo { get; init; }

        /// <summary>Without a my-page the physician cannot apply; the desk may want to call.</summary>
        public required bool HasMyPage { get; init; }

        /// <summary>The renewal is applied for, and was neither sent back nor withdrawn.</summary>
        public required bool Applied { get; init; }
    }

    public static async Task<Ok<Answer>> Get(
        DateOnly? asOf, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var day = asOf ?? clock.Today();
        var after = cursor is null
            ? string.Empty
            : "and (n.valid_to, n.id) > (select valid_to, id from notice_cards where id = @cursor)";
        var entries = await database.List<Entry>(
            $"""
            select n.id as notice_id, n.physician_id, n.subject as certificate_id, t.number, n.scheme, n.valid_to,
                   coalesce(c.my_page, false) as has_my_page, {RenewalsUnderWay.OfTerm} as applied
            from notice_cards n
            join standings s on s.physician_id = n.physician_id and s.desk = @desk
            join certificate_terms t on t.certificate_id = n.subject and t.valid_to = n.valid_to and not t.ended
            left join contacts c on c.physician_id = n.physician_id
            where n.route = 'ListForDesk' and n.due_on <= @day and n.valid_to >= @day {after}
            order by n.valid_to, n.id limit {PageSize}
            """,
            new { desk = user.AssociationCode(), day, cursor },
            cancellation);

        return TypedResults.Ok(new Answer(day, user.AssociationCode(), entries, entries.Count == PageSize ? entries[^1].NoticeId : null));
    }
}
