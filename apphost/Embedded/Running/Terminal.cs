using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>The one place that writes to standard output: log lines, and below them a table while one is shown.</summary>
public sealed class Terminal
{
    private const int StandardOutput = 1;
    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private IReadOnlyList<string> _table = [];

    public Terminal(TextWriter? output = null)
    {
        IsInteractive = output is null && IsTerminal(StandardOutput) == 1;
        _output = output
            ?? new StreamWriter(new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write)) { AutoFlush = true };
    }

    /// <summary>Whether a person watches; otherwise neither colours nor a table that redraws itself make sense.</summary>
    public bool IsInteractive { get; }

    public void Write(string line)
    {
        lock (_gate)
        {
            Erase();
            Print(line);
            Draw();
        }
    }

    public void ShowTable(IReadOnlyList<string> lines)
    {
        lock (_gate)
        {
            Erase();
            _table = lines;
            Draw();
        }
    }

    private void Erase()
    {
        if (_table.Count > 0)
        {
            Print($"\e[{_table.Count}A\e[J", end: false);
        }
    }

    private void Draw()
    {
        foreach (var line in _table)
        {
            Print(line);
        }
    }

    private void Print(string text, bool end = true)
    {
        try
        {
            _output.Write(end ? text + '\n' : text);
        }
        catch (IOException)
        {
            // Nobody reads any more; the log files still have every line.
        }
    }

    [DllImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int IsTerminal(int descriptor);
}
