namespace Mamis.AppHost.Embedded.Running;

/// <summary>The lines of one process: in a file of its own, and under its name and colour in the common log.</summary>
public sealed class ResourceLog(string name, int number, string directory, Terminal terminal) : IDisposable
{
    private const long Largest = 10 * 1024 * 1024;
    private const int Remembered = 30;
    private const int NameWidth = 18;
    private static readonly int[] Colours = [36, 32, 33, 35, 34, 96, 92, 93, 95, 94];

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly string _path = Path.Combine(directory, $"{name}.log");
    private StreamWriter? _file;

    /// <summary>What it said last, for the report when it never became healthy.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    public void Write(string line)
    {
        lock (_gate)
        {
            _last.Enqueue(line);

            if (_last.Count > Remembered)
            {
                _last.Dequeue();
            }

            File().WriteLine(line);
        }

        if (terminal.ShowsLogs)
        {
            terminal.Write($"{Prefix} {line}");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private string Prefix => terminal.IsInteractive
        ? $"\e[{Colours[number % Colours.Length]}m{name.PadRight(NameWidth)}|\e[0m"
        : $"{name.PadRight(NameWidth)}|";

    private StreamWriter File()
    {
        if (_file?.BaseStream.Length > Largest)
        {
            _file.Dispose();
            System.IO.File.Move(_path, $"{_path}.1", overwrite: true);
            _file = null;
        }

        return _file ??= new(_path, append: true) { AutoFlush = true };
    }
}
