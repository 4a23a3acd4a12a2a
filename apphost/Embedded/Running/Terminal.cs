namespace Mamis.AppHost.Embedded.Running;

/// <summary>The one place that writes to standard output: log lines, and below them a table while one is shown.</summary>
public sealed class Terminal
{
    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private IReadOnlyList<string> _table = [];

    public Terminal(TextWriter? output = null)
    {
        IsInteractive = output is null && !Console.IsOutputRedirected;
        _output = output ?? Console.Out;
    }

    /// <summary>Whether a person watches; otherwise neither colours nor a table that redraws itself make sense.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether the lines of the resources are repeated here; their files have them anyway.</summary>
    public bool ShowsLogs { get; init; } = true;

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
}
