using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Features.Attendance;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Rows that wait for their physician, with what was given; once credited, what identifies the physician is wiped.</summary>
public static class Suspense
{
    public const string Tables =
        """
        create table if not exists suspense (
            id             uuid        primary key,
            training_id    uuid        not null,
            session_id     uuid        not null,
            list_id        uuid        not null,
            "row"          integer     not null,
            posted_by      uuid        not null,
            licence_number text        not null,
            family_name    text        not null,
            given_name     text        not null,
            birth_date     date        null,
            role           text        not null,
            mode           text        not null,
            presence       text        not null,
            held_at        timestamptz not null,
            -- The version of the person it was last compared with, and why they did not fit.
            judged_version bigint      null,
            judged_code    text        null,
            resolved_at    timestamptz null,
            entry_id       uuid        null
        );

        -- What staff did with it and why; null when it was credited by itself.
        alter table suspense add column if not exists settled_by uuid null;
        alter table suspense add column if not exists dropped_because text null;

        -- How it came when no organizer posted it.
        alter table suspense add column if not exists way text null;

        create index if not exists suspense_waiting on suspense (licence_number) where resolved_at is null;
        create index if not exists suspense_of_training on suspense (training_id);
        create index if not exists suspense_dropped on suspense (training_id) where dropped_because is not null;
        """;

    private const string Insert =
        """
        insert into suspense (
            id, training_id, session_id, list_id, "row", posted_by, licence_number, family_name, given_name, birth_date, role, mode, presence, held_at, way)
        select id, training_id, session_id, list_id, "row", posted_by, licence_number, family_name, given_name, birth_date, role, mode, presence, held_at, way
        from rows
        on conflict (id) do nothing
        """;

    /// <summary>What staff of the prefecture of the training, of the association that held it, and of the JMA see.</summary>
    private const string ForStaff =
        $"""
        select s.id, s.training_id, t.title as training_title, s.session_id, s.list_id, s."row", s.licence_number, s.family_name,
               s.given_name, s.birth_date, s.role, s.mode, s.presence as attendance, s.held_at, s.judged_code as reason
        from suspense s join training_card t using (training_id)
        where s.resolved_at is null
          and (@after::uuid is null or (s.held_at, s.id) > (select c.held_at, c.id from suspense c where c.id = @after))
          and {SuspenseDesk.Reach}
        order by s.held_at, s.id limit @limit
        """;

    public static Sql Hold(IEnumerable<HeldRow> rows) => Sql.ForEach(Insert, rows);

    /// <summary>Which of these rows are held already, waiting or credited since.</summary>
    public static async Task<IReadOnlySet<Guid>> AlreadyHeld(
        this NpgsqlDataSource database, IEnumerable<Guid> ids, CancellationToken cancellation) =>
        (await database.List<Guid>("select id from suspense where id = any(@ids)", new { ids = ids.ToArray() }, cancellation)).ToHashSet();

    /// <summary>Rows of a training that staff have dropped; they are not held again.</summary>
    public static async Task<IReadOnlySet<Guid>> DroppedRows(this NpgsqlDataSource database, Guid training, CancellationToken cancellation) =>
        (await database.List<Guid>(
            "select id from suspense where training_id = @training and dropped_because is not null", new { training }, cancellation)).ToHashSet();

    public static async Task<Page<SuspendedRow>> Get(
        Guid? cursor, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var arguments = new { association = user.AssociationCode(), after = cursor, limit = Page.Size };
        var rows = await database.List<SuspendedRow>(ForStaff, arguments, cancellation);
        var page = Page.Of(await NearMatches.Beside(rows, database, cancellation), it => it.Id);
        var near = page.Items.SelectMany(it => it.NearMatches).Select(it => it.PhysicianId).Distinct();
        await store.Append(new Changes().Write(LedgerAccess.By(user, LedgerAccess.NearMatch, clock.GetUtcNow(), near)), cancellation);

        return page;
    }
}
