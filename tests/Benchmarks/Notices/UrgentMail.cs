using System.Diagnostics;
using Mamis.Benchmarks.Measuring;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Mamis.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mamis.Benchmarks.Notices;

/// <summary>U1: how long a mail that somebody waits for, such as a password reset, waits while the 20,000 mails of a run go out; beside the five seconds it may.</summary>
public sealed class UrgentMail : IBenchmark
{
    private const int Waiting = 20_000;
    private const int Asked = 20;

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    public string Id => "U1";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var urgent = new UrgentWork.Waits();
        using var host = await Start(await NativeServers.CreateDatabase("bench-urgent"), urgent);
        var store = host.Services.GetRequiredService<IEventStore>();
        await Leave(store, Waiting);
        var waits = new List<TimeSpan>();

        for (var i = 0; i < Asked; i++)
        {
            var id = Guid.CreateVersion7();
            var watch = Stopwatch.StartNew();
            await store.Append(new Changes().Leave(new(id, UrgentWork.Kind, new { }, DateTimeOffset.UnixEpoch)), CancellationToken.None);
            await urgent.Of(id);
            waits.Add(watch.Elapsed);
            await Task.Delay(Between, TimeProvider.System);
        }

        await host.StopAsync();
        var (longest, allowed) = (1 / waits.Max().TotalSeconds, 1 / Allowed.TotalSeconds);

        return [new(Id, $"urgent mail while {Waiting:N0} others wait, longest of {Asked}", "the 5 s it may wait", longest, allowed, longest / allowed, 1)];
    }

    private static async Task<IHost> Start(string connection, UrgentWork.Waits urgent)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:notifications-db", connection)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddEventStore("notifications-db", store => store
            .Stream<Notice>(typeof(NoticeScheduled), typeof(NoticeSent))
            .View<NoticeCardProjection>()
            .Commands<RunOfMails>()
            .Commands<UrgentWork>());
        builder.Services.AddSingleton(urgent);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>As a renewal run leaves them: 2,000 notices in one append.</summary>
    private static async Task Leave(IEventStore store, int notices)
    {
        foreach (var chunk in Enumerable.Range(0, notices).Chunk(2_000))
        {
            var changes = new Changes();

            foreach (var _ in chunk)
            {
                var id = Guid.CreateVersion7();
                changes.Append<Notice>(id, 0, [RunOfMails.Content()]).Leave(new(id, RunOfMails.Kind, new RunOfMails.Mail(id), DateTimeOffset.UnixEpoch));
            }

            await store.Append(changes, CancellationToken.None);
        }
    }
}
