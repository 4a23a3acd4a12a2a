using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mamis.Identity.Demo;

/// <summary>The logins and clients of the demonstration data, for whoever runs it: the only place where their secrets stand.</summary>
public sealed record DemoFile(string Gateway, IReadOnlyList<DemoFile.Login> Logins, IReadOnlyList<DemoFile.Client> Clients)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Somebody to log in as.</summary>
    public sealed record Login
    {
        [JsonPropertyName("login")]
        public required string Name { get; init; }

        public required string Password { get; init; }

        public string? TotpSecret { get; init; }

        public required string Role { get; init; }

        public string? Association { get; init; }

        public Guid? PhysicianId { get; init; }
    }

    /// <summary>A program to log in as.</summary>
    public sealed record Client(string ClientId, string ClientSecret, IReadOnlyList<string> Scopes);

    /// <summary>Writes it beside its place, for the owner's eyes only; <see cref="Publish"/> moves it there.</summary>
    public async Task Prepare(string path, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(Prepared(path));
        await using var file = new FileStream(Prepared(path), options);
        await JsonSerializer.SerializeAsync(file, this, Json, cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Makes a prepared file visible; without one there is nothing to do.</summary>
    public static void Publish(string path)
    {
        if (File.Exists(Prepared(path)))
        {
            File.Move(Prepared(path), path, overwrite: true);
        }
    }

    /// <summary>Names the gateway of this start; the system may have been started at another port before.</summary>
    public static async Task MoveTo(string path, string gateway, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return;
        }

        await using var file = File.OpenRead(path);

        if (await JsonSerializer.DeserializeAsync<DemoFile>(file, Json, cancellation) is { } known && known.Gateway != gateway)
        {
            await (known with { Gateway = gateway }).Prepare(path, cancellation);
            Publish(path);
        }
    }

    private static string Prepared(string path) => $"{path}.new";
}
