using System.Text.Json;
using System.Text.Json.Serialization;
using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>How far a run has come.</summary>
public enum RunPhase
{
    Starting,
    Ready,
    Failed,
    Stopping,
}

/// <summary>What one process, or one server, of the run is doing.</summary>
public sealed record UnitRecord(
    UnitState State, int Restarts, string? Url, IReadOnlyList<int> Ports, IReadOnlyList<ProcessIdentity> Processes);

/// <summary>The run as other programs see it, and as the next run finds it after a crash.</summary>
public sealed record RunRecord(
    ProcessIdentity Runner,
    RunPhase Phase,
    string ControlSocket,
    IReadOnlyList<string> Addresses,
    IReadOnlyDictionary<string, UnitRecord> Resources)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static RunRecord? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path), Json) : null;

    public void Write(string path) => SecretFile.Write(path, JsonSerializer.Serialize(this, Json));
}
