using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Flags;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Flags;

/// <summary>One flag with the sessions and the rows it is about, so that what is wrong can be corrected from there, and who settled it.</summary>
/// <param name="Rows">At most 200; a longer list is read at its training.</param>
public sealed record FlagPage(FlagLine Line, IReadOnlyList<FlaggedRow> Rows, IReadOnlyList<FlagPage.Settlement> Settlements)
{
    private const string About =
        """
        select x.training_id, t.title as training_title, t.organizer, t.prefecture, (@association in ('JMA', t.prefecture)) as may_correct,
               s.number as session, s.title, s.date, s."start", s."end", s.place, s.units as session_units,
               e.entry_id, e.category, e.units, e.mode, e.presence as attendance, e.status, e.list_id, e.list_row, e.posted_at,
               p.licence_number, p.family_name, p.given_name
        from flag_session x
        join credit_flag f using (flag_id)
        join training_card t on t.training_id = x.training_id
        join training_session s on s.session_id = x.session_id
        left join ledger_entry e on e.training_id = x.training_id and e.session_id = x.session_id
            and (e.physician_id = f.physician_id or e.list_id = f.list_id)
        left join person p on p.physician_id = e.physician_id
        where x.flag_id = @id
        order by s.date, s."start", s.session_id, e.list_row, e.entry_id limit 200
        """;

    /// <summary>Who settled it, when, and what was found.</summary>
    public sealed record Settlement(DateTimeOffset At, Guid By, string Desk, FlagVerdict Verdict, string? Remark);

    public static async Task<Results<Ok<FlagPage>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (await FlagList.Find(id, user, database, cancellation) is not { } flag)
        {
            return FlagRefusals.Unknown.ToProblem();
        }

        var rows = await database.List<FlaggedRow>(About, new { id, association = user.AssociationCode() }, cancellation);
        var remarks = await database.RemarksOnFlag(id, cancellation);
        var events = await store.ReadStream(id, cancellation);
        await store.Append(
            new Changes().Write(LedgerAccess.By(user, LedgerAccess.Flag, clock.GetUtcNow(), flag.PhysicianId is { } one ? [one] : [])), cancellation);

        return TypedResults.Ok(new FlagPage(flag, rows, [.. events.Select(it => SettlementOf(it, remarks)).OfType<Settlement>()]));
    }

    private static Settlement? SettlementOf(StoredEvent e, IReadOnlyDictionary<long, string> remarks) => e.Data is FlagSettled it
        ? new(e.Timestamp, it.SettledBy.Value, it.Desk, it.Verdict, remarks.GetValueOrDefault(e.Version))
        : null;
}

/// <summary>A session of a flag, with an entry of it where there is one.</summary>
public sealed record FlaggedRow
{
    public Guid TrainingId { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public string Organizer { get; init; } = string.Empty;

    public string Prefecture { get; init; } = string.Empty;

    /// <summary>Whether the caller corrects attendance of this training.</summary>
    public bool MayCorrect { get; init; }

    public int Session { get; init; }

    public string Title { get; init; } = string.Empty;

    public DateOnly Date { get; init; }

    public TimeOnly Start { get; init; }

    public TimeOnly End { get; init; }

    public string Place { get; init; } = string.Empty;

    public int SessionUnits { get; init; }

    /// <summary>Null where it is about the session itself.</summary>
    public Guid? EntryId { get; init; }

    public Category? Category { get; init; }

    public int? Units { get; init; }

    public Mode? Mode { get; init; }

    public Presence? Attendance { get; init; }

    public EntryStatus? Status { get; init; }

    public Guid? ListId { get; init; }

    public int? ListRow { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    public string? LicenceNumber { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }
}
