using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Trainings: designated ones for everybody, the rest for whoever works on them.</summary>
public static class TrainingList
{
    private const string Visible =
        """
        select t.training_id, t.organizer, t.title, t.prefecture, t.status, min(s.date) as first_day, max(s.date) as last_day, sum(s.units)::integer as units
        from training_card t join training_session s using (training_id)
        where (t.status = 'Designated'
               or (not @isStaff and t.organizer = @association)
               or (@isStaff and (@association = 'JMA' or (t.prefecture = @association and t.status <> 'Drafted'))))
          and t.training_id < @before
        group by t.training_id
        order by t.training_id desc limit @limit
        """;

    private static readonly Guid Last = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public static async Task<Page<TrainingLine>> Get(
        Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var arguments = new { association = user.AssociationCode(), isStaff = user.IsStaff(), before = cursor ?? Last, limit = Page.Size };
        return Page.Of(await database.List<TrainingLine>(Visible, arguments, cancellation), it => it.TrainingId);
    }

    /// <summary>Whether the caller works for an association and not for an organizer.</summary>
    public static bool IsStaff(this ClaimsPrincipal user) =>
        user.Role() is Roles.CountyStaff or Roles.PrefectureStaff or Roles.JmaStaff;
}

/// <summary>A training in a list.</summary>
public sealed record TrainingLine
{
    public Guid TrainingId { get; init; }

    public string Organizer { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    public TrainingStatus Status { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    public int Units { get; init; }
}
