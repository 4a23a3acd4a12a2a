using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mamis.Story;

/// <summary>A running system as its state directory tells of it: logins, clients, resources, and the runner's control socket.</summary>
public sealed class RunningSystem(string state)
{
    private JsonNode Demo { get; } = Read(Path.Combine(state, "demo.json"));

    public Uri Gateway => new(Text(Demo, "gateway"));

    /// <summary>Address of the mailbox that receives the system's mail.</summary>
    public Uri Mailbox => new(Resources()["mailbox"]?["url"]?.GetValue<string>()
        ?? throw new StoryDiffersException("The system has no mailbox; start it with its demonstration data."));

    public Login LoginOf(string role, string? association = null) =>
        (Demo["logins"]?.AsArray() ?? []).OfType<JsonObject>()
            .Where(it => Text(it, "role") == role && (association is null || it["association"]?.GetValue<string>() == association))
            .Select(it => new Login(
                Text(it, "login"), Text(it, "password"), it["totpSecret"]?.GetValue<string>(), it["association"]?.GetValue<string>()))
            .FirstOrDefault()
        ?? throw new StoryDiffersException($"demo.json names no login for {role} {association}.");

    public Client ClientOf(string id) =>
        (Demo["clients"]?.AsArray() ?? []).OfType<JsonObject>()
            .Where(it => Text(it, "clientId") == id)
            .Select(it => new Client(id, Text(it, "clientSecret")))
            .FirstOrDefault()
        ?? throw new StoryDiffersException($"demo.json names no client {id}.");

    /// <summary>Has the runner stop, start or kill a resource.</summary>
    public async Task<JsonNode> Control(string command, CancellationToken cancellation)
    {
        var path = Text(Read(Path.Combine(state, "run.json")), "controlSocket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
        await using var stream = new NetworkStream(socket);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(command.AsMemory(), cancellation);

        return JsonNode.Parse(await reader.ReadLineAsync(cancellation) ?? "{}") ?? new JsonObject();
    }

    private JsonNode Resources() => Read(Path.Combine(state, "run.json"))["resources"] ?? new JsonObject();

    private static JsonNode Read(string path) => File.Exists(path)
        ? JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException($"{path} is empty.")
        : throw new StoryDiffersException($"{path} does not exist: is the system running with demonstration data? Start it with ./mamis up.");

    private static string Text(JsonNode node, string name) =>
        node[name]?.GetValue<string>() ?? throw new JsonException($"'{name}' is missing.");
}

/// <summary>A demonstration login; staff have the secret of their second factor.</summary>
public sealed record Login(string Name, string Password, string? TotpSecret, string? Association);

/// <summary>A demonstration machine client.</summary>
public sealed record Client(string Id, string Secret);
