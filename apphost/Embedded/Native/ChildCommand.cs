using System.Diagnostics;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>What to run, as whom, and with which environment.</summary>
public sealed record ChildCommand(string Program, params string[] Arguments)
{
    /// <summary>Variables added to the inherited environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string? WorkingDirectory { get; init; }

    /// <summary>Another account to run under, which only root can ask for.</summary>
    public string? Account { get; init; }

    /// <summary>Text that stays in the command line through every exec, and so tells a leftover of ours from a stranger.</summary>
    public string Mark { get; init; } = Program;

    /// <summary>What the kernel sends the child when the runner dies without a word.</summary>
    public string WhenOrphaned { get; init; } = "KILL";

    /// <summary>A session of its own keeps Ctrl-C of the terminal away, so that the runner decides the order of stopping.</summary>
    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo("setsid", ["setpriv", .. Privileges(), "--", Program, .. Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = WorkingDirectory ?? "/",
        };

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private string[] Privileges() => Account is null
        ? ["--pdeathsig", WhenOrphaned]
        : ["--pdeathsig", WhenOrphaned, $"--reuid={Account}", $"--regid={Account}", "--clear-groups"];
}
