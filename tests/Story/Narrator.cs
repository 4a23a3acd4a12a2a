namespace Mamis.Story;

/// <summary>Prints each step and what was seen, so that a reader can follow and a difference is named where it shows.</summary>
public sealed class Narrator(TextWriter output)
{
    private int _differences;

    public bool EverythingHeld => _differences == 0;

    public Task Chapter(string title) => output.WriteLineAsync($"{Environment.NewLine}{title}");

    public Task Tell(string what) => output.WriteLineAsync($"  · {what}");

    /// <summary>Compares and goes on only when it holds: what follows would make no sense.</summary>
    public async Task Expect<T>(string what, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual))
        {
            await output.WriteLineAsync($"  ✓ {what}: {actual}");
            return;
        }

        await Differ($"{what}: expected {expected}, got {actual}");
    }

    public Task Expect(string what, bool holds) => Expect(what, true, holds);

    public async Task Differ(string difference)
    {
        _differences++;
        await output.WriteLineAsync($"  ✗ {difference}");
        throw new StoryDiffersException(difference);
    }
}

/// <summary>The system did something else than the story tells.</summary>
public sealed class StoryDiffersException(string difference) : Exception(difference);
