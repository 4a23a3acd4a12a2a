using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Flags;
using Mamis.TrainingCredits.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Flags;

/// <summary>Flags about trainings of the caller's prefecture, all of them for the JMA; what waits longest comes first.</summary>
public static class FlagList
{
    private const string Lines =
        """
        select f.flag_id, f.kind, f.status, f.verdict, f.physician_id, p.licence_number, p.family_name, p.given_name, f.list_id, f.day,
               f.much, f.fitting, f.raised_at,
               (select string_agg(distinct t.title, '、') from flag_session x join training_card t using (training_id) where x.flag_id = f.flag_id) as trainings
        from credit_flag f left join person p on p.physician_id = f.physician_id
        where (@association = 'JMA' or exists (
            select 1 from flag_session x join training_card t using (training_id) where x.flag_id = f.flag_id and t.prefecture = @association))
        """;

    private const string Asked =
        """
        and f.status = @status and (@kind::text is null or f.kind = @kind)
        and (@after::uuid is null or (f.raised_at, f.flag_id) > (select a.raised_at, a.flag_id from credit_flag a where a.flag_id = @after))
        order by f.raised_at, f.flag_id limit @limit
        """;

    public static async Task<Results<Ok<Page<FlagLine>>, ProblemHttpResult>> Get(
        string? state, string? kind, Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock,
        CancellationToken cancellation)
    {
        var fields = new Fields();
        var status = fields.Choice<FlagStatus>("state", state ?? Codes.Of(FlagStatus.Open)).ToString();
        var of = fields.OptionalChoice<FlagKind>("kind", kind)?.ToString();

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var arguments = new { association = user.AssociationCode(), status, kind = of, after = cursor, limit = Page.Size };
        var lines = await database.List<FlagLine>($"{Lines} {Asked}", arguments, cancellation);
        var shown = lines.Select(it => it.PhysicianId).OfType<Guid>().Distinct();
        await store.Append(new Changes().Write(LedgerAccess.By(user, LedgerAccess.Flag, clock.GetUtcNow(), shown)), cancellation);

        return TypedResults.Ok(Page.Of(lines, it => it.FlagId));
    }

    /// <summary>The flag, if it is about a training the caller's association looks after.</summary>
    public static Task<FlagLine?> Find(Guid id, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<FlagLine>($"{Lines} and f.flag_id = @id", new { association = user.AssociationCode(), id }, cancellation);
}

/// <summary>A flag in a list.</summary>
public sealed record FlagLine
{
    public Guid FlagId { get; init; }

    public FlagKind Kind { get; init; }

    public FlagStatus Status { get; init; }

    public FlagVerdict? Verdict { get; init; }

    /// <summary>Null where it is about a list, or about what a training was designated with.</summary>
    public Guid? PhysicianId { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public Guid? ListId { get; init; }

    /// <summary>Of the sessions, or on which the list grew; in Asia/Tokyo.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Minutes at two places, minutes credited at an hour to a unit, or rows added, by the kind.</summary>
    public int Much { get; init; }

    /// <summary>Minutes of presence, or that the sessions last, which the credited ones exceed.</summary>
    public int? Fitting { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>Titles of the trainings.</summary>
    public string Trainings { get; init; } = string.Empty;
}
