using System.Diagnostics;

namespace Mamis.Printing.Tests;

/// <summary>The processes that this test run has started, and what these have, as the kernel knows them.</summary>
internal static class RunningProcesses
{
    /// <summary>Every descendant that is a browser.</summary>
    public static IReadOnlyList<int> Browsers => [.. Below(Environment.ProcessId).Where(it => CommandOf(it).Contains("--headless", StringComparison.Ordinal))];

    /// <summary>The one that started the others of the browser.</summary>
    public static int Browser => Browsers.First(it => !CommandOf(it).Contains("--type=", StringComparison.Ordinal));

    /// <summary>Every descendant: the driver, and all of the browser.</summary>
    public static IReadOnlyList<int> All => [.. Below(Environment.ProcessId)];

    public static void Kill(int process)
    {
        using var it = Process.GetProcessById(process);
        it.Kill();
    }

    private static IEnumerable<int> Below(int parent)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(it => int.TryParse(Path.GetFileName(it), out var id) ? id : 0)
            .Where(it => it > 0)
            .ToLookup(ParentOf);
        var found = new Queue<int>(parents[parent]);

        while (found.TryDequeue(out var id))
        {
            yield return id;

            foreach (var child in parents[id])
            {
                found.Enqueue(child);
            }
        }
    }

    /// <summary>The fourth field of stat; a process that has ended but was not waited for counts as gone.</summary>
    private static int ParentOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[0] == "Z" ? 0 : int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
