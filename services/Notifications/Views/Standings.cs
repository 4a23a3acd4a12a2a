using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>Where every physician belongs today: decides the desk that is told, and which staff see the notices. Earlier standings are kept for reports on past days.</summary>
/// <remarks>The higher version wins, so neither order nor repetition matters, and no inbox row is needed.</remarks>
public static class Standings
{
    public const string Tables =
        """
        create table if not exists standings (
            physician_id    uuid   primary key,
            desk            text   not null,
            desk_prefecture text   not null,
            prefecture      text,
            version         bigint not null
        );
        create index if not exists standings_by_desk on standings (desk);

        create table if not exists standing_history (
            physician_id    uuid   not null,
            version         bigint not null,
            day             date   not null,
            desk            text   not null,
            desk_prefecture text   not null,
            prefecture      text,
            primary key (physician_id, version)
        );
        """;

    /// <summary>A condition on <c>standings s</c>: the association <c>@association</c> reaches the physician (D4).</summary>
    public const string Covered = "(@association = 'JMA' or s.desk = @association or s.desk_prefecture = @association)";

    private const string Keep =
        $"""
        with {LookedWindows.Heard},
        history as (
            insert into standing_history (physician_id, version, day, desk, desk_prefecture, prefecture)
            select physician_id, version, day, desk, desk_prefecture, prefecture from rows
            on conflict do nothing)
        insert into standings as s (physician_id, desk, desk_prefecture, prefecture, version)
        select distinct on (physician_id) physician_id, desk, desk_prefecture, prefecture, version from rows order by physician_id, version desc
        on conflict (physician_id) do update
        set desk = excluded.desk, desk_prefecture = excluded.desk_prefecture, prefecture = excluded.prefecture, version = excluded.version
        where excluded.version > s.version
        """;

    public static Sql Changed(IEnumerable<StandingChanged> standings) => Sql.ForEach(Keep, standings.Select(Row.Of));

    /// <summary>The desk of a physician today; null while no standing is known.</summary>
    public static Task<string?> DeskOf(Guid physician, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<string>("select desk from standings where physician_id = @physician", new { physician }, cancellation);

    /// <summary>The desks follow from the kernel's standing, so that they are decided in one place only.</summary>
    private sealed record Row(Guid PhysicianId, long Version, DateOnly Day, string Desk, string DeskPrefecture, string? Prefecture)
    {
        public static Row Of(StandingChanged it)
        {
            var standing = new Standing(it.County, it.Prefecture, it.Jma, it.WorkplacePrefecture);
            return new(
                it.PhysicianId, it.Version, BusinessCalendar.DayOf(it.OccurredAt), standing.Desk, standing.DeskPrefecture, standing.Prefecture);
        }
    }
}

/// <summary>Keeps the copy; an import comes in batches.</summary>
public sealed class KeepStandingWhenChanged(IEventStore store) : IConsumer<Batch<StandingChanged>>
{
    public Task Consume(ConsumeContext<Batch<StandingChanged>> context) => store.Append(
        new Changes().Write(Standings.Changed(context.Message.Select(it => it.Message))), context.CancellationToken);
}
