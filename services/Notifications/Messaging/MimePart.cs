using System.Net.Mime;

namespace Mamis.Notifications.Messaging;

/// <summary>A part of a mail: its fields and what stands below them. Reads just enough of RFC 5322 and RFC 2046 for the reports of mail servers.</summary>
internal sealed record MimePart(IReadOnlyDictionary<string, string> Fields, string[] Body)
{
    private ContentType Type =>
        Fields.TryGetValue("Content-Type", out var written) && ReadType(written) is { } type ? type : new("text/plain");

    public bool Is(params ReadOnlySpan<string> mediaTypes) => mediaTypes.Contains(Type.MediaType.ToLowerInvariant());

    public static MimePart Read(IEnumerable<string> lines)
    {
        var all = lines.SkipWhile(it => it.Length == 0).ToArray();
        var end = Array.FindIndex(all, it => it.Length == 0);

        return end < 0 ? new(FieldsOf(all), []) : new(FieldsOf(all[..end]), all[(end + 1)..]);
    }

    /// <summary>The parts between the boundary lines; none where it is no multipart.</summary>
    public IReadOnlyList<MimePart> Parts()
    {
        if (Type.Boundary is not { Length: > 0 } boundary)
        {
            return [];
        }

        var parts = new List<List<string>>();

        foreach (var line in Body.TakeWhile(it => it.TrimEnd() != $"--{boundary}--"))
        {
            if (line.TrimEnd() == $"--{boundary}")
            {
                parts.Add([]);
            }
            else if (parts.Count > 0)
            {
                parts[^1].Add(line);
            }
        }

        return [.. parts.Select(Read)];
    }

    /// <summary>Groups of fields with blank lines between them, as a delivery status has them.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Groups()
    {
        var group = new List<string>();

        foreach (var line in Body.Append(string.Empty))
        {
            if (line.Length > 0)
            {
                group.Add(line);
            }
            else if (group.Count > 0)
            {
                yield return FieldsOf(group);
                group.Clear();
            }
        }
    }

    /// <summary>The first of each name counts; a line that begins with a blank goes on with the one above.</summary>
    private static Dictionary<string, string> FieldsOf(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        foreach (var field in string.Join('\n', lines).Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (field.Split(':', 2) is [var name, var value])
            {
                fields.TryAdd(name.Trim(), value.Trim());
            }
        }

        return fields;
    }

    private static ContentType? ReadType(string written)
    {
        try
        {
            return new(written);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
