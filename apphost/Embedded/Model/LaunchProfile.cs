using System.Text.Json;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>The launch profile of a project; Aspire gives a project without one no endpoint, so neither do we let it pass.</summary>
public sealed record LaunchProfile(Dictionary<string, string> EnvironmentVariables)
{
    private sealed record Settings(Dictionary<string, Profile> Profiles);

    private sealed record Profile(string? ApplicationUrl, Dictionary<string, string>? EnvironmentVariables);

    public static LaunchProfile Read(string projectDirectory)
    {
        var path = Path.Combine(projectDirectory, "Properties", "launchSettings.json");
        var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllText(path), JsonSerializerOptions.Web);
        var profile = settings?.Profiles.GetValueOrDefault("http")
            ?? throw new InvalidOperationException($"{path} has no profile named http.");

        return new(profile.EnvironmentVariables ?? []);
    }
}
