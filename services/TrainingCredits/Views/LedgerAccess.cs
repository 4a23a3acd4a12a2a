using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Who may open a ledger, and who did: every look by staff is noted, and the physician can see it (D4, P11).</summary>
public static class LedgerAccess
{
    public const string Tables =
        """
        create table if not exists ledger_access (
            physician_id uuid        not null,
            staff_id     uuid        not null,
            association  text        not null,
            at           timestamptz not null
        );

        alter table ledger_access add column if not exists what text not null default 'ledger';

        create index if not exists ledger_access_physician on ledger_access (physician_id, at desc);
        """;

    private const string Me = "me";

    /// <summary>Whoever may open a ledger at all; which one, <see cref="Reach"/> says.</summary>
    public static string[] Readers => [Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff];

    /// <summary>Number and name were shown beside a held row they may belong to.</summary>
    public const string NearMatch = "near-match";

    /// <summary>Somebody typed the code of a printed statement.</summary>
    public const string Statement = "statement";

    /// <summary>Number and name were shown with attendances that may not fit together.</summary>
    public const string Flag = "flag";

    private const string Ledger = "ledger";

    private const string Insert =
        "insert into ledger_access (physician_id, staff_id, association, at, what) select physician_id, staff_id, association, at, what from rows";

    /// <summary>A look of staff into a ledger, or at who may be meant by a held row.</summary>
    public sealed record Look(Guid StaffId, string Association, DateTimeOffset At, string What);

    /// <summary>The looks of whoever calls, to be written before anything is shown.</summary>
    public static Sql By(ClaimsPrincipal user, string what, DateTimeOffset at, IEnumerable<Guid> physicians) => Sql.ForEach(
        Insert,
        physicians.Select(it => new { PhysicianId = it, StaffId = user.Subject(), Association = user.AssociationCode(), At = at, What = what }));

    /// <summary>The physician meant, or null when there is none whom the caller may see.</summary>
    public static async Task<Guid?> Reach(
        string physicianId, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (user.Physician() is { } self)
        {
            return physicianId == Me || (Guid.TryParse(physicianId, out var own) && own == self.Value) ? self.Value : null;
        }

        if (!Guid.TryParse(physicianId, out var other)
            || await database.StandingOf(other, cancellation) is not { } standing
            || !user.Covers(standing))
        {
            return null;
        }

        await database.Do(
            "insert into ledger_access (physician_id, staff_id, association, at, what) values (@other, @staff, @association, @at, @Ledger)",
            new { other, staff = user.Subject(), association = user.AssociationCode(), at = clock.GetUtcNow(), Ledger },
            cancellation);
        return other;
    }

    public static async Task<Results<Ok<IReadOnlyList<Look>>, ProblemHttpResult>> Get(
        string physicianId, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        await Reach(physicianId, user, database, clock, cancellation) is { } physician
            ? TypedResults.Ok(await database.List<Look>(
                "select staff_id as \"StaffId\", association, at, what from ledger_access where physician_id = @physician order by at desc limit 1000",
                new { physician },
                cancellation))
            : Refusals.LedgerUnknown.ToProblem();
}
