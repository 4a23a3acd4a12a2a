using System.Globalization;
using System.Text.Json.Serialization;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>A process told apart from a later one with the same number: by when it started and by a mark in its command line.</summary>
public sealed record ProcessIdentity(int Id, long StartedAt, string Mark)
{
    private const int StartTimeField = 19;

    public static ProcessIdentity Of(int id, string mark) => new(id, StartTime(id) ?? 0, mark);

    /// <remarks>A process has no command line for the moment in which it becomes another program; number and start time vouch for it then.</remarks>
    [JsonIgnore]
    public bool IsRunning =>
        StartTime(Id) == StartedAt && CommandLine(Id) is var line && (line.Length == 0 || line.Contains(Mark, StringComparison.Ordinal));

    /// <summary>The command line of a process, or nothing when it has ended.</summary>
    public static string CommandLine(int id) =>
        Read($"/proc/{id}/cmdline")?.Replace('\0', ' ').Trim() ?? string.Empty;

    /// <summary>Ticks after boot; null for a process that is gone or only waits to be reaped.</summary>
    private static long? StartTime(int id)
    {
        // The second field, the program's name, may itself hold spaces and brackets; what follows its last bracket does not.
        var fields = Read($"/proc/{id}/stat")?.Split(") ")[^1].Split(' ');

        return fields is null or ["Z", ..] ? null : long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture);
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
