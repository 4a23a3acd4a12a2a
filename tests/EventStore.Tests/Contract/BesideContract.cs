using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>What every engine promises of the rows beside the events: inbox, documents, commands.</summary>
[Trait("Category", "Servers")]
public abstract class BesideContract(StoreFixture fixture)
{
    private readonly StoreHost _host = fixture.Host;
    private readonly IEventStore _store = fixture.Host.Store;

    [Fact]
    public async Task A_message_has_its_effect_once_however_long_ago_it_was()
    {
        var (id, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _store.Append(Effect(id, 0, message), CancellationToken.None);
        await _host.Database.Query<int>(
            "update mamis_inbox set handled_at = handled_at - interval '10 years' where message_id = @message", new { message });

        await Assert.ThrowsAsync<AlreadyHandledException>(() => _store.Append(Effect(id, 1, message), CancellationToken.None));

        Assert.Equal(1, (await _store.Load(id)).Version);
    }

    [Fact]
    public async Task Of_twenty_deliveries_at_once_one_has_an_effect()
    {
        var message = Guid.CreateVersion7();

        var effects = await Task.WhenAll(Accounts.New(20).Select(async id =>
        {
            try
            {
                await _store.Append(Effect(id, 0, message), CancellationToken.None);
                return 1;
            }
            catch (AlreadyHandledException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, effects.Sum());
    }

    [Fact]
    public async Task Two_consumers_each_handle_the_same_message()
    {
        var message = Guid.CreateVersion7();

        await _store.Append(new Changes().Handled("first", message), CancellationToken.None);
        await _store.Append(new Changes().Handled("second", message), CancellationToken.None);

        Assert.Equal(2, await _host.Count($"mamis_inbox where message_id = '{message}'"));
    }

    [Fact]
    public async Task Rows_and_commands_stand_or_fall_with_the_events()
    {
        var (id, row) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _host.Database.Query<int>("create table if not exists documents (id uuid primary key, title text, pages int, tags jsonb)");
        Changes With(long expected) => new Changes()
            .Append<Account>(id, expected, [Accounts.Posted(1)])
            .Write(Sql.For(
                "insert into documents (id, title, pages, tags) select id, title, pages, tags from rows",
                new { Id = row, Title = "免許証", Pages = (int?)null, Tags = new[] { "a", "b" } }))
            .Leave(new(row, "nobody", new { Id = row }, DateTimeOffset.UnixEpoch));

        await Assert.ThrowsAsync<StreamVersionException>(() => _store.Append(With(7), CancellationToken.None));
        Assert.Equal(0, await _host.Count($"documents where id = '{row}'"));
        Assert.Equal(0, await _host.Count($"mamis_commands where id = '{row}'"));

        await _store.Append(With(0), CancellationToken.None);
        Assert.Equal(1, await _host.Count($"documents where id = '{row}' and title = '免許証' and pages is null and tags->>1 = 'b'"));
        Assert.Equal(1, await _host.Count($"mamis_commands where id = '{row}'"));
    }

    [Fact]
    public async Task A_command_left_twice_is_left_once()
    {
        var id = Guid.CreateVersion7();
        var command = new StoreCommand(id, "nobody", new { Id = id }, DateTimeOffset.UnixEpoch);

        await _store.Append(new Changes().Leave(command), CancellationToken.None);
        await _store.Append(new Changes().Leave(command), CancellationToken.None);

        Assert.Equal(1, await _host.Count($"mamis_commands where id = '{id}'"));
    }

    private static Changes Effect(Guid id, long expected, Guid message) =>
        new Changes().Append<Account>(id, expected, [Accounts.Posted(1)]).Handled("consumer", message);
}
