using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Who was credited for a training: all of it for its organizer, their own physicians for staff.</summary>
public static class AttendancePage
{
    private const string Credited =
        """
        select e.entry_id, e.physician_id, p.licence_number, p.family_name, p.given_name, ts.number as session, e.category, e.units,
               e.role, e.mode, e.presence as attendance, e.status, e.list_id, e.list_row, e.posted_at
        from ledger_entry e
        join training_session ts using (session_id)
        left join person p on p.physician_id = e.physician_id
        """;

    private const string Order = "where e.training_id = @id and e.entry_id > @after order by e.entry_id limit @limit";

    /// <summary>Whoever follows the lists of trainings; of which, each page says.</summary>
    public static string[] Readers => [Roles.Organizer, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff];

    public static async Task<Results<Ok<Page<AttendanceLine>>, ProblemHttpResult>> Get(
        Guid id, Guid? cursor, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var association = user.AssociationCode();
        var training = (await store.Load<Training>(id, cancellation)).State;

        if (training.Status is null || !(user.IsStaff() ? training.IsOpenTo(association, isStaff: true) : training.Organizer == association))
        {
            return Refusals.TrainingUnknown.ToProblem();
        }

        var sql = user.IsStaff() ? $"{Credited} {People.Covered} {Order}" : $"{Credited} {Order}";
        var arguments = new { id, association, after = cursor ?? Guid.Empty, limit = Page.Size };
        return TypedResults.Ok(Page.Of(await database.List<AttendanceLine>(sql, arguments, cancellation), it => it.EntryId));
    }
}

/// <summary>A credited attendance.</summary>
public sealed record AttendanceLine
{
    public Guid EntryId { get; init; }

    public Guid PhysicianId { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public int Session { get; init; }

    public Category Category { get; init; }

    public int Units { get; init; }

    public AttendanceRole Role { get; init; }

    public Mode Mode { get; init; }

    public Presence Attendance { get; init; }

    public EntryStatus Status { get; init; }

    public Guid? ListId { get; init; }

    public int? ListRow { get; init; }

    public DateTimeOffset PostedAt { get; init; }
}
