using Mamis.Contracts.Identity;
using Mamis.EventStore;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>What is known of reaching a physician without knowing the address: the version of the data, and whether the my-page works.</summary>
/// <remarks>A version only grows and an activation never ends, so neither order nor repetition matters, and no inbox row is needed.</remarks>
public static class Contacts
{
    public const string Tables =
        """
        create table if not exists contacts (
            physician_id uuid    primary key,
            version      bigint  not null default 0,
            my_page      boolean not null default false
        )
        """;

    public static Sql Known(IEnumerable<PhysicianKnown> physicians) => Sql.ForEach(
        """
        insert into contacts as c (physician_id, version)
        select physician_id, max(version) from rows group by physician_id
        on conflict (physician_id) do update set version = greatest(c.version, excluded.version)
        """,
        physicians);

    public static Sql Activated(IEnumerable<MyPageActivated> physicians) => Sql.ForEach(
        """
        insert into contacts (physician_id, my_page)
        select distinct physician_id, true from rows
        on conflict (physician_id) do update set my_page = true
        """,
        physicians);

    /// <summary>Nobody is told to register twice; whoever is not known yet has not registered.</summary>
    public static Task<bool> HasMyPage(Guid physician, NpgsqlDataSource database, CancellationToken cancellation) => database.Find<bool>(
        "select my_page from contacts where physician_id = @physician", new { physician }, cancellation);

    /// <summary>The versions known of the physicians these notices are about, by physician.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> Versions(
        IReadOnlyCollection<Guid> notices, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<(Guid Physician, long Version)>(
            "select distinct c.physician_id, c.version from notice_cards n join contacts c on c.physician_id = n.physician_id where n.id = any (@notices)",
            new { notices = notices.ToArray() },
            cancellation)).ToDictionary(it => it.Physician, it => it.Version);
}

/// <summary>Remembers that the address may have changed since a notice went out.</summary>
public sealed class KeepContactWhenKnown(IEventStore store) : IConsumer<Batch<PhysicianKnown>>
{
    public Task Consume(ConsumeContext<Batch<PhysicianKnown>> context) => store.Append(
        new Changes().Write(Contacts.Known(context.Message.Select(it => it.Message))), context.CancellationToken);
}

/// <summary>Remembers who can read the inbox and apply.</summary>
public sealed class KeepMyPageWhenActivated(IEventStore store) : IConsumer<Batch<MyPageActivated>>
{
    public Task Consume(ConsumeContext<Batch<MyPageActivated>> context) => store.Append(
        new Changes().Write(Contacts.Activated(context.Message.Select(it => it.Message))), context.CancellationToken);
}
