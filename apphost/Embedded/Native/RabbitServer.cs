using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>A RabbitMQ node of our own with its own name server, so that several live side by side; loopback only.</summary>
public sealed class RabbitServer(string directory, string password, TimeProvider clock, Action<string> output)
{
    private const string Package = "rabbitmq";
    private const string User = "mamis";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly int _namePort = Ports.Free();
    private readonly int _clusterPort = Ports.Free();
    private ChildProcess? _names;
    private ChildProcess? _process;

    public int Port { get; } = Ports.Free();

    /// <summary>The port of the HTTP interface, when it is wanted: it costs a second of start-up.</summary>
    public int? ManagementPort { get; init; }

    public string ConnectionString => $"amqp://{User}:{password}@127.0.0.1:{Port}";

    public Uri ManagementAddress => new($"http://{User}:{password}@127.0.0.1:{ManagementPort}");

    public ProcessIdentity? Identity => _process?.Identity;

    public ProcessIdentity? NameServerIdentity => _names?.Identity;

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    /// <summary>Starts the node and returns when it accepts a client.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var home = await ServerHome.Prepare(directory, Package, cancellation);
        await WriteConfiguration(home, cancellation);

        if (_names is not { IsRunning: true })
        {
            _names = ChildProcess.Start(NameServer(home), output);
        }

        _process = ChildProcess.Start(Node(home), output);
        await UntilItAnswers(_process, cancellation);
    }

    public async Task Stop()
    {
        await (_process?.Stop(Patience, clock) ?? Task.CompletedTask);
        await (_names?.Kill() ?? Task.CompletedTask);
    }

    public Task Kill() => _process?.Kill() ?? Task.CompletedTask;

    public static async Task Check(string connectionString, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = new(connectionString), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(cancellation);
        await connection.CloseAsync(cancellation);
    }

    /// <summary>The password goes to a file only the node can read; the command line and environment are open to others.</summary>
    private async Task WriteConfiguration(ServerHome home, CancellationToken cancellation)
    {
        string[] lines =
        [
            $"listeners.tcp.1 = 127.0.0.1:{Port}",
            $"default_user = {User}",
            $"default_pass = {password}",
            "disk_free_limit.absolute = 64MB",
            "log.file = false",
            "log.console = true",
            "log.console.level = warning",
            .. ManagementPort is null
                ? Array.Empty<string>()
                : [$"management.tcp.ip = 127.0.0.1", $"management.tcp.port = {ManagementPort}", "management_agent.disable_metrics_collector = true"],
        ];
        SecretFile.Write(Path.Combine(home.Path, "rabbitmq.conf"), string.Join('\n', lines) + '\n');

        var plugins = ManagementPort is null ? "[]." : "[rabbitmq_management].";
        await File.WriteAllTextAsync(Path.Combine(home.Path, "plugins"), plugins, cancellation);
        await ServerHome.Prepare(directory, Package, cancellation);
    }

    private ChildCommand NameServer(ServerHome home) =>
        new(Programs.Find("epmd", "erlang-base"), "-address", "127.0.0.1", "-port", Text(_namePort)) { Account = home.Account };

    private ChildCommand Node(ServerHome home) =>
        new(Programs.Find("rabbitmq-server", "rabbitmq-server", "/usr/lib/rabbitmq/bin"), "-mamis", home.Path)
        {
            Account = home.Account,
            Mark = home.Path,
            // It writes the names of new quorum queues to disk some seconds late, so even an orphan must end in order.
            WhenOrphaned = "TERM",
            WorkingDirectory = home.Path,
            Environment = new Dictionary<string, string>
            {
                ["HOME"] = home.Path,
                ["LC_ALL"] = "C.UTF-8",
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = Text(_namePort),
                ["RABBITMQ_NODENAME"] = "rabbit@localhost",
                ["RABBITMQ_DIST_PORT"] = Text(_clusterPort),
                ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home.Path, "rabbitmq.conf"),
                ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home.Path, "none"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home.Path, "plugins"),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home.Path, "data"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(home.Path, "log"),
                // The start script then becomes the node itself instead of waiting beside it.
                ["RABBITMQ_ALLOW_INPUT"] = "1",
                ["RABBITMQ_SERVER_START_ARGS"] = "-noinput +B i",
                // Idle schedulers that spin would take the processor from the services.
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                    "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
            },
        };

    private async Task UntilItAnswers(ChildProcess process, CancellationToken cancellation)
    {
        while (process.IsRunning)
        {
            try
            {
                await Check(ConnectionString, cancellation);
                return;
            }
            catch (BrokerUnreachableException)
            {
                await Task.Delay(Step, clock, cancellation);
            }
        }

        throw new InvalidOperationException($"RabbitMQ ended with {await process.Exited}; see its log.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
