using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Features.Leads;
using Mamis.Notifications.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.Benchmarks.Notices;

/// <summary>The store of Notifications with what a renewal run needs, and nobody who delivers.</summary>
public sealed class NotificationsNode : IAsyncDisposable
{
    private readonly IHost _host;

    private NotificationsNode(IHost host) => _host = host;

    public NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<NotificationsNode> Start(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:notifications-db", connection)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddEventStore("notifications-db", store => store
            .Stream<Notice>(typeof(NoticeScheduled), typeof(NoticeListed))
            .View<NoticeCardProjection>()
            .WithLeadTimes()
            .Tables(CertificateTerms.Tables)
            .Tables(Standings.Tables)
            .Tables(LookedWindows.Tables));
        builder.Services.AddSingleton<ScheduleRenewalNotices>();

        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>How many notices a run for a day schedules.</summary>
    public async Task<int> Run(DateOnly asOf) =>
        (await _host.Services.GetRequiredService<ScheduleRenewalNotices>().On(asOf, CancellationToken.None)).Values.Sum();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
