using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Npgsql;

namespace Mamis.TrainingCredits.Views.SignUps;

/// <summary>What a physician is signed up for from today on, the soonest first.</summary>
public static class SignUpsOfMine
{
    private const string Mine =
        """
        select s.session_id, s.training_id, s.number, t.title as training_title, s.title, s.date, s."start", s."end", s.place, s.mode, s.category,
               s.units, s.cancelled_at is not null as cancelled, u.waits,
               case when u.waits then (select count(*) from sign_up o where o.session_id = u.session_id and o.waits and o.turn <= u.turn)::integer end as position
        from sign_up u join training_session s using (session_id) join training_card t on t.training_id = s.training_id
        where u.physician_id = @physician and s.date >= @today
        order by s.date, s."start", s.session_id limit 1000
        """;

    /// <summary>All of it.</summary>
    public sealed record Answer(IReadOnlyList<OwnSignUp> SignUps);

    public static async Task<Answer> Get(ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        new(await database.List<OwnSignUp>(Mine, new { physician = user.Subject(), today = clock.Today() }, cancellation));
}

/// <summary>A sign-up as its physician sees it.</summary>
public sealed record OwnSignUp
{
    public Guid SessionId { get; init; }

    public Guid TrainingId { get; init; }

    public int Number { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public DateOnly Date { get; init; }

    public TimeOnly Start { get; init; }

    public TimeOnly End { get; init; }

    public string Place { get; init; } = string.Empty;

    public Mode Mode { get; init; }

    public Category Category { get; init; }

    public int Units { get; init; }

    /// <summary>The organizer has called the training off.</summary>
    public bool Cancelled { get; init; }

    public bool Waits { get; init; }

    /// <summary>On the waiting list, from 1; null for whoever has a place.</summary>
    public int? Position { get; init; }
}
