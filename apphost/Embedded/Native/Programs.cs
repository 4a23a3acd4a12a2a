namespace Mamis.AppHost.Embedded.Native;

/// <summary>Finds the programs of a server, which distributions keep off the search path on purpose.</summary>
public static class Programs
{
    public static string Find(string name, string package, params IEnumerable<string> places) =>
        places.Concat(SearchPath()).Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{name} is not installed. On Debian: apt-get install {package}");

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries);
}
