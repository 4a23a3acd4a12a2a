using System.Net.Http.Headers;
using System.Net.Http.Json;
using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Mailbox;
using Mamis.Notifications.Features;
using Mamis.Notifications.Features.Organisations;
using Mamis.Notifications.Features.Webhooks;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Mamis.Testing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>The real host over a real PostgreSQL and a real mail server on loopback; the bus in memory, Identity stood in for.</summary>
internal sealed class NotificationsApp : WebApplicationFactory<NoticeCardProjection>
{
    private static readonly Type[] Workers =
    [
        typeof(CommandWorker<DeliverNotices>), typeof(CommandWorker<AskForCredits>), typeof(CommandWorker<RemindOfReceipts>), typeof(CommandWorker<TellOfCredits>),
        typeof(CommandWorker<TidyWebhooks>),
        typeof(CommandWorker<TellOrganisations>), typeof(CommandWorker<RemindOrganizers>), typeof(CommandWorker<WarnDesks>),
    ];

    private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("mamis-mails-");
    private SmtpReceiver? _receiver;
    private string _database = string.Empty;

    public ShiftedClock Clock { get; init; } = new();

    /// <summary>Another node of the service, whose database this one works on.</summary>
    public NotificationsApp? Beside { get; init; }

    public IdentityStandIn Identity { get; } = new();

    public CertificationStandIn Certification { get; } = new();

    public TrainingCreditsStandIn TrainingCredits { get; } = new();

    public MessageFolder Mailbox => new(_mails.FullName);

    /// <summary>Off where a test looks at what is scheduled and not at what is sent.</summary>
    public bool Delivers { get; init; } = true;

    /// <summary>On where a test waits for the clockwork; elsewhere runs start when the test says so.</summary>
    public bool Schedules { get; init; }

    /// <summary>Another mail server than the one that takes everything.</summary>
    public int? SmtpPort { get; init; }

    /// <summary>How long a mail server may keep silent.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The server on loopback that webhooks may go to.</summary>
    public string? Receiver { get; init; }

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<NotificationsApp> Start(int? smtpPort = null)
    {
        var app = new NotificationsApp { SmtpPort = smtpPort };
        await app.InitializeAsync();
        return app;
    }

    public async Task InitializeAsync()
    {
        _database = Beside?._database ?? await NativeServers.CreateDatabase("notifications");
        _receiver = new SmtpReceiver(Mailbox);
        _receiver.Start();
        await Identity.Start();
        await Certification.Start();
        await TrainingCredits.Start();
        _ = Server;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Identity.DisposeAsync();
        await Certification.DisposeAsync();
        await TrainingCredits.DisposeAsync();

        if (_receiver is not null)
        {
            await _receiver.DisposeAsync();
        }

        _mails.Delete(recursive: true);
    }

    public HttpClient As(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Takes terms and standings over as their consumers do.</summary>
    public Task Know(IEnumerable<CertificateTermBegan> terms, IEnumerable<StandingChanged> standings) =>
        Services.GetRequiredService<IEventStore>().Append(
            new Changes().Write(CertificateTerms.Began(terms)).Write(Standings.Changed(standings)), CancellationToken.None);

    /// <summary>Makes Identity know a physician and runs the renewals of today.</summary>
    public async Task RunFor(Holder holder, string? email)
    {
        Identity.People[holder.PhysicianId] = holder.Person(email);
        await Know([holder.Term()], [holder.Standing()]);
        await RunForToday();
    }

    public async Task RunForToday()
    {
        using var client = As(TestTokens.For(Roles.Scheduler, scope: RunRenewals.Scope));
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf = $"{Clock.Today():yyyy-MM-dd}" });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The one card for which a condition holds; what becomes of warnings of missing credits has tests of its own.</summary>
    public Task<NoticeCard?> Card(string condition) => CardOf("n.kind not like 'Missing%'", condition);

    /// <summary>The one warning of missing credits for which a condition holds.</summary>
    public Task<NoticeCard?> Warning(string condition) => CardOf("n.kind like 'Missing%'", condition);

    /// <summary>The only notice, once it is in this state.</summary>
    public Task<NoticeCard> Notice(string state) => Eventually(() => Card($"state = '{state}'"));

    public Task Publish<TMessage>(TMessage message, Guid? id = null)
        where TMessage : class => Services.GetRequiredService<IBus>().Publish(
            message, context => context.MessageId = id ?? Guid.CreateVersion7());

    /// <summary>Waits for something that follows from a message or a command.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T?>> look)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private Task<NoticeCard?> CardOf(string kind, string condition) => Database.Find<NoticeCard>(
        $"select {NoticeCard.Columns} from notice_cards n where {kind} and ({condition})", new { }, CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:notifications-db", _database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:1");
        builder.UseSetting("services:identity:http:0", Identity.Address);
        builder.UseSetting("services:certification:http:0", Certification.Address);
        builder.UseSetting("services:training-credits:http:0", TrainingCredits.Address);
        builder.UseSetting("Service:Secret", "secret of the test");
        builder.UseSetting("Renewals:Schedule", $"{Schedules}");
        builder.UseSetting("Smtp:Host", "127.0.0.1");
        builder.UseSetting("Smtp:Port", $"{SmtpPort ?? _receiver?.Port}");
        builder.UseSetting("Smtp:Patience", $"{Patience}");
        builder.UseSetting("Webhooks:Allowed:0", Receiver);
        builder.UseSetting("Webhooks:Timeout", $"{Patience}");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddMassTransitTestHarness();
            services.AcceptTestTokens();

            if (!Delivers)
            {
                Array.ForEach(Workers, worker => services.Remove(services.Single(it => it.ImplementationType == worker)));
            }
        });
    }
}
