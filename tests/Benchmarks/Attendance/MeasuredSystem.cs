using System.Globalization;
using System.Text.Json.Nodes;
using Mamis.Story;
using Npgsql;

namespace Mamis.Benchmarks.Attendance;

/// <summary>The running system that is measured: reached through its gateway, and looked at from behind where a measurement must.</summary>
public sealed class MeasuredSystem(string state) : IAsyncDisposable
{
    private static readonly string[] Services = ["gateway", "identity", "training-credits", "certification", "notifications", "portal"];
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly RunningSystem _system = new(state);
    private readonly List<NpgsqlDataSource> _databases = [];
    private readonly List<Actor> _actors = [];
    private readonly Dictionary<(string Role, string? Association), Actor> _people = [];

    /// <summary>What the runner says of its processes; read anew, since a service may have been started again.</summary>
    private JsonNode Resources => JsonNode.Parse(File.ReadAllText(Path.Combine(state, "run.json")))?["resources"]
        ?? throw new InvalidOperationException($"Nothing runs on {state}.");

    /// <summary>Logged in once however often asked for: a code of an authenticator app serves one login.</summary>
    public async Task<Actor> Person(string role, string? association = null)
    {
        if (_people.TryGetValue((role, association), out var known))
        {
            return known;
        }

        var actor = new Actor(role, _system.Gateway);
        _actors.Add(actor);
        await actor.LogIn(_system.LoginOf(role, association), TimeProvider.System, CancellationToken.None);
        return _people[(role, association)] = actor;
    }

    public async Task<Actor> Machine(string client)
    {
        var actor = new Actor(client, _system.Gateway);
        _actors.Add(actor);
        await actor.LogIn(_system.ClientOf(client), CancellationToken.None);
        return actor;
    }

    /// <summary>A service's own database.</summary>
    public NpgsqlDataSource Database(string service)
    {
        var database = NpgsqlDataSource.Create(Connection($"{service}-db"));
        _databases.Add(database);
        return database;
    }

    /// <summary>An empty database on the same server, for the limit.</summary>
    public async Task<string> FreshDatabase()
    {
        var name = $"bench-{Guid.CreateVersion7():n}";
        await using var server = NpgsqlDataSource.Create(Connection("postgres"));
        await using var create = server.CreateCommand($"create database \"{name}\"");
        await create.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>The most memory each service ever had resident, in MiB, as the kernel remembers it.</summary>
    public IReadOnlyList<(string Service, double MiB)> PeakMemory() =>
    [
        .. from service in Services
           from process in Resources[service]?["processes"]?.AsArray() ?? []
           select (service, PeakOf(process?["id"]?.GetValue<int>() ?? 0)),
    ];

    public static async Task Until(string what, Func<Task<bool>> holds)
    {
        using var enough = new CancellationTokenSource(Patience);

        while (!await holds())
        {
            if (enough.IsCancellationRequested)
            {
                throw new TimeoutException($"{what} did not happen within {Patience}.");
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _actors.ForEach(it => it.Dispose());

        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Resources["postgres"]?["ports"]?[0]?.GetValue<int>() ?? 0,
        Username = "postgres",
        Password = File.ReadAllText(Path.Combine(state, "secrets", "postgres-password")).Trim(),
        Database = database,
    }.ConnectionString;

    private static double PeakOf(int process) => File.ReadLines($"/proc/{process}/status")
        .Where(it => it.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(it => double.Parse(it.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .Single();
}
