namespace Mamis.Identity;

/// <summary>What is data and not code, compiled into the service: names, eras, terms, common passwords, tables.</summary>
public static class DataFile
{
    public static string Text(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static string[] Lines(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The rows of a plain comma-separated file, without its header.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Skip(1).Select(it => it.Split(','));

    /// <summary>The files whose names begin so, in the order of their names.</summary>
    public static IEnumerable<string> Names(string prefix) => typeof(DataFile).Assembly.GetManifestResourceNames()
        .Where(it => it.StartsWith(prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
