using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using MassTransit;

namespace Mamis.Notifications.Views;

/// <summary>Where every physician belongs today: decides the desk that is told, and which staff see the notices.</summary>
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
        """;

    /// <summary>A condition on <c>standings s</c>: the association <c>@association</c> reaches the physician (D4).</summary>
    public const string Covered = "(@association = 'JMA' or s.desk = @association or s.desk_prefecture = @association)";

    private const string Keep =
        """
        insert into standings as s (physician_id, desk, desk_prefecture, prefecture, version)
        select physician_id, desk, desk_prefecture, prefecture, version from rows
        on conflict (physician_id) do update
        set desk = excluded.desk, desk_prefecture = excluded.desk_prefecture, prefecture = excluded.prefecture, version = excluded.version
        where excluded.version > s.version
        """;

    public static Sql Changed(IEnumerable<StandingChanged> standings) => Sql.ForEach(
        Keep, standings.GroupBy(it => it.PhysicianId).Select(it => it.MaxBy(standing => standing.Version)).OfType<StandingChanged>().Select(Row.Of));

    /// <summary>The desks follow from the kernel's standing, so that they are decided in one place only.</summary>
    private sealed record Row(Guid PhysicianId, string Desk, string DeskPrefecture, string? Prefecture, long Version)
    {
        public static Row Of(StandingChanged it)
        {
            var standing = new Standing(it.County, it.Prefecture, it.Jma, it.WorkplacePrefecture);
            return new(it.PhysicianId, standing.Desk, standing.DeskPrefecture, standing.Prefecture, it.Version);
        }
    }
}

/// <summary>Keeps the copy; an import comes in batches.</summary>
public sealed class KeepStandingWhenChanged(IEventStore store) : IConsumer<Batch<StandingChanged>>
{
    public Task Consume(ConsumeContext<Batch<StandingChanged>> context) => store.Append(
        new Changes().Write(Standings.Changed(context.Message.Select(it => it.Message))), context.CancellationToken);
}
