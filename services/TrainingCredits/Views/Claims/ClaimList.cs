using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Claims;

/// <summary>Claims as far as the caller sees them, those whose day comes first before the others: the own ones, an organizer's, a prefecture's, all of them for the JMA.</summary>
public static class ClaimList
{
    private const string Lines =
        """
        select c.claim_id, c.training_id, t.title as training_title, c.organizer, c.prefecture, c.status, c.answer_by, c.made_at,
               p.licence_number, p.family_name, p.given_name
        from claim c join training_card t using (training_id) left join person p on p.physician_id = c.physician_id
        where (@state::text is null or c.status = @state)
          and case when @physician::uuid is not null then c.physician_id = @physician
                   when @isStaff then @association in ('JMA', c.prefecture)
                   else c.organizer = @association end
          and (@after::uuid is null or (c.answer_by, c.claim_id) > (select a.answer_by, a.claim_id from claim a where a.claim_id = @after))
        order by c.answer_by, c.claim_id limit @limit
        """;

    public static async Task<Results<Ok<Page<ClaimLine>>, ProblemHttpResult>> Get(
        string? state, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (state is not null && Codes.Find<ClaimStatus>(state) is null)
        {
            return (Refusals.FieldInvalid with { Explanation = $"One of {Codes.All<ClaimStatus>()}.", Subject = "state" }).ToProblem();
        }

        var arguments = new
        {
            state = Codes.Find<ClaimStatus>(state)?.ToString(),
            physician = user.Physician()?.Value,
            isStaff = user.IsStaff(),
            association = user.AssociationCode(),
            after = cursor,
            limit = Page.Size,
        };
        var lines = await database.List<ClaimLine>(Lines, arguments, cancellation);
        return TypedResults.Ok(Page.Of([.. lines.Select(it => it.On(clock.Today()))], it => it.ClaimId));
    }
}

/// <summary>A claim in a list.</summary>
public sealed record ClaimLine
{
    public Guid ClaimId { get; init; }

    public Guid TrainingId { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public string Organizer { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    /// <summary>Where it stands, which also says who acts next.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>The last day for whoever acts next.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>Nobody has acted until that day.</summary>
    public bool Overdue { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public ClaimLine On(DateOnly today) => this with
    {
        Overdue = today > AnswerBy && Status is ClaimStatus.AtOrganizer or ClaimStatus.TurnedDown or ClaimStatus.AtPrefecture,
    };
}
