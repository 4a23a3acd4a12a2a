using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>What every engine promises of reading: the past as it was known, whatever has happened since.</summary>
[Trait("Category", "Servers")]
public abstract class ReadContract(StoreFixture fixture)
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_stream_is_folded_as_it_was_known_at_a_version()
    {
        var (host, id) = await ThreeDays();
        await using var _ = host;

        var known = await host.Store.Load<Account>(id, new AsKnown(Version: 2), CancellationToken.None);

        Assert.Equal((2, 1m), (known.Version, known.State.Balance));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 2, 1)]
    [InlineData(23, 2, 1)]
    [InlineData(24, 3, 3)]
    [InlineData(1_000, 4, 7)]
    public async Task A_stream_is_folded_as_it_was_known_at_a_moment(int hours, long version, decimal balance)
    {
        var (host, id) = await ThreeDays();
        await using var _ = host;

        var known = await host.Store.Load<Account>(id, new AsKnown(Moment: Noon.AddHours(hours)), CancellationToken.None);

        Assert.Equal((version, balance), (known.Version, known.State.Balance));
    }

    [Fact]
    public async Task The_events_of_a_stream_come_back_whole_and_in_their_order()
    {
        var (host, id) = await ThreeDays();
        await using var _ = host;

        var events = await host.Store.ReadStream(id, CancellationToken.None);

        Assert.Equal([1L, 2L, 3L, 4L], events.Select(it => it.Version));
        Assert.Equal([Noon, Noon, Noon.AddDays(1), Noon.AddDays(2)], events.Select(it => it.Timestamp));
        Assert.Equal(Accounts.Posted(4), events[3].Data);
        Assert.Equal(4, events.Select(it => it.Id).Distinct().Count());
    }

    [Fact]
    public async Task Every_stream_asked_for_is_in_the_answer()
    {
        var (host, id) = await ThreeDays();
        await using var _ = host;
        var unknown = Guid.CreateVersion7();

        var streams = await host.Store.LoadMany<Account>([id, unknown, id], CancellationToken.None);

        Assert.Equal((4L, 0L), (streams[id].Version, streams[unknown].Version));
    }

    [Fact]
    public async Task Of_many_streams_only_what_is_kept_stays_each_judged_when_it_was_read_to_its_end()
    {
        var (host, id) = await ThreeDays();
        await using var _ = host;
        var (second, unknown) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.Store.Append(second, 0, Accounts.Opened(), Accounts.Posted(7));
        var read = new List<(Guid, long, decimal)>();

        var streams = await host.Store.LoadMany<Account>([id, second, unknown], Keep, CancellationToken.None);

        Assert.Equivalent(new[] { (id, 4L, 7m), (second, 2L, 7m) }, read, strict: true);
        Assert.Equal((4L, 0m), (streams[id].Version, streams[id].State.Balance));
        Assert.Equal((2L, 0m), (streams[second].Version, streams[second].State.Balance));
        Assert.False(streams[unknown].Exists);

        Account Keep(EventStream<Account> it)
        {
            read.Add((it.Id, it.Version, it.State.Balance));
            return it.State with { Balance = 0 };
        }
    }

    private async Task<(StoreHost Host, Guid Id)> ThreeDays()
    {
        var host = await fixture.Start();
        var id = Guid.CreateVersion7();
        host.Clock.Set(Noon);
        await host.Store.Append(id, 0, Accounts.Opened(), Accounts.Posted(1));
        host.Clock.Set(Noon.AddDays(1));
        await host.Store.Append(id, 2, Accounts.Posted(2));
        host.Clock.Set(Noon.AddDays(2));
        await host.Store.Append(id, 3, Accounts.Posted(4));

        return (host, id);
    }
}
