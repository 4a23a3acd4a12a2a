using System.Globalization;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>Picks the PostgreSQL that fits the data: several majors may be installed, and none reads another's files.</summary>
public static class PostgresPrograms
{
    private const string Installed = "/usr/lib/postgresql";

    public static string Find(string program, string data)
    {
        var version = Path.Combine(data, "PG_VERSION");

        return File.Exists(version)
            ? Programs.Find(program, $"postgresql-{Major(version)}", Path.Combine(Installed, Major(version), "bin"))
            : Programs.Find(program, "postgresql", NewestFirst());
    }

    private static string Major(string versionFile) => File.ReadAllText(versionFile).Trim();

    private static IEnumerable<string> NewestFirst() =>
        (Directory.Exists(Installed) ? Directory.EnumerateDirectories(Installed) : [])
        .Where(directory => File.Exists(Path.Combine(directory, "bin", "postgres")))
        .OrderByDescending(directory => int.Parse(Path.GetFileName(directory), CultureInfo.InvariantCulture))
        .Select(directory => Path.Combine(directory, "bin"));
}
