using Mamis.EventStore;
using Mamis.Notifications.Features;
using Mamis.Notifications.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.Notifications.Tests.Simulation;

/// <summary>Two nodes of the service on one database and one clock, which run alone, together, twice, or die in the middle.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly NotificationsApp _second;
    private NpgsqlConnection? _killer;

    public TwoNodes()
    {
        First = new() { Delivers = false };
        _second = new() { Delivers = false, Clock = First.Clock, Beside = First };
    }

    public NotificationsApp First { get; }

    public NpgsqlDataSource Database => First.Database;

    public async Task Start()
    {
        await First.InitializeAsync();
        await _second.InitializeAsync();
        _killer = await Database.OpenConnectionAsync();
    }

    /// <summary>What the server does by itself within a minute of such changes; here, six years are over before it gets round to it.</summary>
    public Task Tidy() => Say("vacuum analyze certificate_terms, standings, changed_holders, notice_cards, mt_events, mt_streams");

    public Task RunOnFirst(DateOnly asOf) => Run(First, asOf);

    public Task RunOnBoth(DateOnly asOf) => Task.WhenAll(Run(First, asOf), Run(_second, asOf));

    /// <summary>Both nodes lose every session some round trips after they began; whether they got through before is left to chance.</summary>
    public async Task<bool> DieWhileRunning(DateOnly asOf, int roundTrips)
    {
        var runs = Task.WhenAll(Survives(First, asOf), Survives(_second, asOf));

        for (var i = 0; i < roundTrips; i++)
        {
            await Say("select 1");
        }

        await Say("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        var survived = await runs;
        Database.Clear();
        _second.Database.Clear();

        return survived.Any(it => it);
    }

    public async ValueTask DisposeAsync()
    {
        if (_killer is not null)
        {
            await _killer.DisposeAsync();
        }

        await _second.DisposeAsync();
        await First.DisposeAsync();
    }

    private static async Task<int> Run(NotificationsApp node, DateOnly asOf)
    {
        var schedule = new ScheduleRenewalNotices(node.Services.GetRequiredService<IEventStore>(), node.Database, node.Clock);
        return (await schedule.On(asOf, CancellationToken.None)).Values.Sum();
    }

    private static async Task<bool> Survives(NotificationsApp node, DateOnly asOf)
    {
        try
        {
            await Run(node, asOf);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            return false;
        }
    }

    private async Task Say(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _killer);
        await command.ExecuteNonQueryAsync();
    }
}
