using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Organisations;

/// <summary>What the caller's association or organizer was told; the latest first.</summary>
public static class OrganisationInbox
{
    /// <summary>A condition on <c>notice_cards n</c>: told to the caller's own organisation, and meant for the caller's role.</summary>
    public const string Own = "n.organisation = @organisation and n.kind = any (@kinds)";

    private const int PageSize = 100;

    public static readonly string[] Readers = [Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Organizer];

    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(IReadOnlyList<OrganisationCard> Notices, Guid? Next);

    public static async Task<Ok<Answer>> Get(
        Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var after = cursor is null ? string.Empty : "and (n.scheduled_at, n.id) < (select scheduled_at, id from notice_cards where id = @cursor)";
        var page = await database.List<OrganisationCard>(
            $"{OrganisationCard.Query} where {Own} {after} order by n.scheduled_at desc, n.id desc limit {PageSize}",
            new { organisation = user.AssociationCode(), kinds = KindsFor(user), cursor },
            cancellation);

        return TypedResults.Ok(new Answer(page, page.Count == PageSize ? page[^1].Id : null));
    }

    /// <summary>By role, because an association that holds trainings has the same code as organizer and as desk.</summary>
    public static string[] KindsFor(ClaimsPrincipal user) => [.. Audiences.Of(user.Role()).Kinds().Select(it => $"{it}")];
}

/// <summary>A notice to an association or an organizer as its list shows it.</summary>
public sealed record OrganisationCard
{
    public const string Query =
        """
        select n.id, n.kind, n.organisation, n.association, n.subject as about, n.scheme, n.due_on, n.scheduled_at, n.state, t.subject
        from notice_cards n left join sent_texts t on t.notice_id = n.id
        """;

    public required Guid Id { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>Who is told.</summary>
    public required string Organisation { get; init; }

    /// <summary>Who tells it.</summary>
    public required string Association { get; init; }

    /// <summary>The training or the intake round.</summary>
    public required Guid About { get; init; }

    public Scheme? Scheme { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateTimeOffset ScheduledAt { get; init; }

    public required NoticeState State { get; init; }

    /// <summary>First line of the text; null until it stands on the page.</summary>
    public string? Subject { get; init; }
}
