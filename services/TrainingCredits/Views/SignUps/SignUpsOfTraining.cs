using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features.Attendance;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views.SignUps;

/// <summary>Who is signed up for a training, for its organizer: as a list, and as the attendance list it may become.</summary>
public static class SignUpsOfTraining
{
    private const string All =
        """
        select s.number as session, s.mode, u.physician_id, p.licence_number, p.family_name, p.given_name, u.waits, u.at,
               row_number() over (partition by u.session_id, u.waits order by u.turn)::integer as position
        from sign_up u join training_session s using (session_id) left join person p on p.physician_id = u.physician_id
        where u.training_id = @id
        order by s.number, u.waits, u.turn
        """;

    /// <summary>How full a session is.</summary>
    public sealed record Count(int Session, int? Capacity, int Places, int Waiting);

    /// <summary>Counts per session, and everybody in the order in which they came.</summary>
    public sealed record Answer(IReadOnlyList<Count> Sessions, IReadOnlyList<SignedUp> SignUps);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var training = (await store.Load<Training>(id, cancellation)).State;

        if (training.Status is null || training.Organizer != user.AssociationCode())
        {
            return Refusals.TrainingUnknown.ToProblem();
        }

        var all = await database.List<SignedUp>(All, new { id }, cancellation);
        return TypedResults.Ok(new Answer(
            [.. training.Sessions.Select(s => new Count(s.Number, s.Capacity, all.Count(it => it.Session == s.Number && !it.Waits), all.Count(it => it.Session == s.Number && it.Waits)))],
            all));
    }

    /// <summary>Those who have a place as an attendance list: to be checked with a dry run before the day, and posted after it.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> List(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var training = (await store.Load<Training>(id, cancellation)).State;

        if (training.Status is null || training.Organizer != user.AssociationCode())
        {
            return Refusals.TrainingUnknown.ToProblem();
        }

        var all = await database.List<SignedUp>(All, new { id }, cancellation);
        var rows = all.Where(it => !it.Waits).Select(it => new[]
        {
            it.LicenceNumber, it.FamilyName, it.GivenName, string.Empty, it.Session.ToString(provider: null),
            Codes.Of(AttendanceRole.Attendee), Codes.Of(it.Mode), Codes.Of(Presence.Full),
        });

        return TypedResults.File(await CsvTable.Of([.. Columns.Names], rows, cancellation), CsvTable.ContentType, $"sign-ups-{id}.csv");
    }
}

/// <summary>One sign-up as the organizer sees it.</summary>
public sealed record SignedUp
{
    public int Session { get; init; }

    public Mode Mode { get; init; }

    public Guid PhysicianId { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public bool Waits { get; init; }

    /// <summary>Among those who have a place, or among those who wait; from 1.</summary>
    public int Position { get; init; }

    public DateTimeOffset At { get; init; }
}
