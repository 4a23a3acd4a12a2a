using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Trainings that were held and have no list yet, the longest wait first: an organizer's own, staff's by prefecture.</summary>
/// <remarks>A list has come once a row of it was credited or held; one that was refused as a whole still leaves everybody waiting.</remarks>
public static class UnreportedTrainings
{
    /// <summary>Every one that waits on <c>@today</c>, as far as <c>@association</c> sees it; those after <c>@after</c>.</summary>
    public const string Waiting =
        """
        select t.training_id, t.organizer, t.title, t.prefecture, max(s.date) as last_day
        from training_card t join training_session s using (training_id)
        where t.status = 'Designated'
          and case when @isStaff then @association in ('JMA', t.prefecture) else t.organizer = @association end
          and not exists (select 1 from ledger_entry e where e.training_id = t.training_id)
          and not exists (select 1 from suspense h where h.training_id = t.training_id)
        group by t.training_id
        having max(s.date) < @today
           and (@after::uuid is null
                or (max(s.date), t.training_id) > ((select max(date) from training_session where training_id = @after), @after))
        order by max(s.date), t.training_id limit @limit
        """;

    public static async Task<Page<UnreportedTraining>> Get(
        Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var today = clock.Today();
        var arguments = new { association = user.AssociationCode(), isStaff = user.IsStaff(), today, after = cursor, limit = Page.Size };
        var rows = await database.List<UnreportedTraining>(Waiting, arguments, cancellation);

        return Page.Of([.. rows.Select(it => it.On(today))], it => it.TrainingId);
    }
}

/// <summary>A training without a list, and how late it is.</summary>
public sealed record UnreportedTraining
{
    public Guid TrainingId { get; init; }

    public string Organizer { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    public DateOnly LastDay { get; init; }

    /// <summary>Since the last day; its next day is 1.</summary>
    public int Days { get; init; }

    public Reporting Reporting { get; init; }

    /// <summary>From this day on it is overdue.</summary>
    public DateOnly OverdueFrom { get; init; }

    public UnreportedTraining On(DateOnly today)
    {
        var (rules, days) = (ReflectionClock.On(today), today.DayNumber - LastDay.DayNumber);
        return this with { Days = days, Reporting = rules.After(days), OverdueFrom = LastDay.AddDays(rules.Overdue) };
    }
}
