namespace Mamis.Certification;

/// <summary>What is data and not code, compiled into the service: public holidays, worked cases, the rounds and the accounts of the demonstration.</summary>
public static class DataFile
{
    /// <summary>The rows of a plain comma-separated file, without its header.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Open(name);

        return Rows(new StreamReader(stream));
    }

    public static Stream Open(string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");

    /// <summary>The same of a file that whoever runs the system keeps; the reader is closed.</summary>
    public static IEnumerable<string[]> Rows(TextReader text)
    {
        using var reader = text;

        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(it => it.Split(','))];
    }
}
