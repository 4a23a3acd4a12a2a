using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Who of the staff looked at a physician's record, for the physician to see (rule D4). Noted before the record is shown.</summary>
public sealed record AccessLog(IEnumerable<AccessLog.Look> Accesses)
{
    /// <summary>The record was opened.</summary>
    public const string Record = "record";

    /// <summary>The physician was among the results of a search.</summary>
    public const string Search = "search";

    /// <summary>A postcard was made out, with the address.</summary>
    public const string Postcard = "postcard";

    /// <summary>The workplace was changed.</summary>
    public const string Workplace = "workplace";

    /// <summary>A membership was begun or ended.</summary>
    public const string Membership = "membership";

    /// <summary>A self-registration was compared with the licence.</summary>
    public const string Registration = "registration";

    /// <summary>The physician was in the list of those without a my-page.</summary>
    public const string Unregistered = "unregistered";

    private const int Shown = 1_000;

    private const string Insert =
        """
        insert into person_access (physician_id, staff_id, role, association, what, at)
        select physician_id, staff_id, role, association, what, at from rows
        """;

    /// <summary>One look: by role and association; the id tells two members of staff apart and names nobody.</summary>
    public sealed record Look(Guid StaffId, string Role, string Association, string What, DateTimeOffset At);

    /// <summary>A member of staff for whom another service asks, and what it shows.</summary>
    public sealed record Reader(Guid StaffId, string Role, string Association, string What);

    /// <summary>The looks of whoever calls, to be written with what they are about; a physician's own leave no trace.</summary>
    public static Sql By(ClaimsPrincipal user, string what, DateTimeOffset at, params IEnumerable<Guid> physicians) => By(
        new(user.Subject(), user.Role(), user.AssociationCode(), what), at, physicians.Where(_ => user.Physician() is null));

    /// <summary>The looks through another service.</summary>
    public static Sql By(Reader reader, DateTimeOffset at, IEnumerable<Guid> physicians) => Sql.ForEach(
        Insert,
        physicians.Select(it => new
        {
            PhysicianId = it,
            reader.StaffId,
            reader.Role,
            reader.Association,
            reader.What,
            At = at,
        }));

    /// <summary>The last thousand, for the physician alone.</summary>
    public static async Task<Results<Ok<AccessLog>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (PhysicianPage.Whose(id, user) is not { Value: var physician })
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        return TypedResults.Ok(new AccessLog(await database.List<Look>(
            "select staff_id, role, association, what, at from person_access where physician_id = @physician order by at desc limit @Shown",
            new { physician, Shown },
            cancellation)));
    }
}
