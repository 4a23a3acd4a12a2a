using System.Globalization;
using Npgsql;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>A PostgreSQL of our own: its data directory, its port, loopback only, password by SCRAM.</summary>
public sealed class PostgresServer(string directory, string password, TimeProvider clock, Action<string> output)
{
    private const string User = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private ChildProcess? _process;

    public int Port { get; } = Ports.Free();

    /// <summary>Off only where losing the data at a power cut does not matter, as in tests.</summary>
    public bool Durable { get; init; } = true;

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username={User};Password={password}";

    public ProcessIdentity? Identity => _process?.Identity;

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    /// <summary>Starts the server, creating its files the first time, and returns when it answers a query.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        var home = await ServerHome.Prepare(directory, User, cancellation);
        var data = Path.Combine(home.Path, "data");

        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            await Initialize(home, data, cancellation);
        }

        await EndLeftover(data, cancellation);
        _process = ChildProcess.Start(ServerCommand(home, data), output);
        await UntilItAnswers(_process, cancellation);
    }

    /// <summary>A fast shutdown: sessions are cut, everything committed is on disk.</summary>
    public Task Stop() => _process?.Stop(Patience, clock, Signal.Interrupt) ?? Task.CompletedTask;

    public Task Kill() => _process?.Kill() ?? Task.CompletedTask;

    /// <summary>Databases are created here because services may not create databases, only what is inside theirs.</summary>
    public static async Task CreateDatabase(string connectionString, string name, CancellationToken cancellation)
    {
        await using var server = NpgsqlDataSource.Create(connectionString);
        await using var find = server.CreateCommand("select 1 from pg_database where datname = $1");
        find.Parameters.Add(new() { Value = name });

        if (await find.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = server.CreateCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    public static async Task Check(string connectionString, CancellationToken cancellation)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellation);
    }

    private async Task Initialize(ServerHome home, string data, CancellationToken cancellation)
    {
        var passwordFile = Path.Combine(home.Path, "password");
        SecretFile.Write(passwordFile, password);

        // What a first start that was interrupted left there is no database.
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        home = await ServerHome.Prepare(directory, User, cancellation);
        string[] arguments =
        [
            "--pgdata", data, "--username", User, "--pwfile", passwordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C.UTF-8", .. Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        await ChildProcess.Run(new(PostgresPrograms.Find("initdb", data), arguments) { Account = home.Account }, cancellation);
        File.Delete(passwordFile);
    }

    private ChildCommand ServerCommand(ServerHome home, string data)
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "max_connections=300",
            "shared_buffers=128MB", "wal_level=logical", "max_wal_size=2GB", "timezone=UTC",
            .. Durable ? Array.Empty<string>() : ["fsync=off", "full_page_writes=off", "synchronous_commit=off"],
        ];

        return new(PostgresPrograms.Find("postgres", data), ["-D", data, .. settings.SelectMany(it => new[] { "-c", it })])
        {
            Account = home.Account,
            Mark = data,
            WhenOrphaned = "INT",
        };
    }

    /// <summary>The lock file names the last server; after a restart of the machine that number may belong to anybody.</summary>
    private async Task EndLeftover(string data, CancellationToken cancellation)
    {
        var lockFile = Path.Combine(data, "postmaster.pid");

        if (!File.Exists(lockFile))
        {
            return;
        }

        var lines = await File.ReadAllLinesAsync(lockFile, cancellation);

        if (lines is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var id))
        {
            await Leftovers.End(ProcessIdentity.Of(id, data), clock, cancellation);
        }

        File.Delete(lockFile);
    }

    private async Task UntilItAnswers(ChildProcess process, CancellationToken cancellation)
    {
        while (process.IsRunning)
        {
            try
            {
                await Check(ConnectionString, cancellation);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Step, clock, cancellation);
            }
        }

        throw new InvalidOperationException($"PostgreSQL ended with {await process.Exited}; see its log.");
    }
}
