using System.Text;
using System.Text.RegularExpressions;

namespace Mamis.Mailbox;

/// <summary>The headers of a message as people read them: unfolded, and decoded by RFC 2047.</summary>
public sealed partial class MailHeaders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string name] => _values.GetValueOrDefault(name, string.Empty);

    public static MailHeaders Parse(IEnumerable<string> lines)
    {
        var headers = new MailHeaders();
        var unfolded = new List<string>();

        foreach (var line in lines.TakeWhile(it => it.Length > 0))
        {
            if (line[0] is ' ' or '\t' && unfolded.Count > 0)
            {
                unfolded[^1] += line;
            }
            else
            {
                unfolded.Add(line);
            }
        }

        foreach (var line in unfolded)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);

            if (colon > 0)
            {
                headers._values.TryAdd(line[..colon], Decode(line[(colon + 1)..].Trim()));
            }
        }

        return headers;
    }

    /// <summary>Blanks between two encoded words only fold the line, and a character may be cut in two by them.</summary>
    private static string Decode(string text) =>
        Words().Replace(Gap().Replace(text, "$1"), run =>
        {
            var parts = Word().Matches(run.Value);
            var bytes = parts.SelectMany(it => Bytes(it.Groups["kind"].Value, it.Groups["text"].Value)).ToArray();
            return Encoding.GetEncoding(parts[0].Groups["set"].Value).GetString(bytes);
        });

    private static byte[] Bytes(string kind, string text) =>
        kind is "B" or "b" ? Convert.FromBase64String(text) : Quoted(text.Replace('_', ' '));

    private static byte[] Quoted(string text) =>
    [
        .. QuotedPart().Matches(text).Select(it =>
            it.Value is ['=', .. var digits] ? Convert.ToByte(digits, 16) : (byte)it.Value[0]),
    ];

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)+")]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?(?<set>[^?\s]+)\?(?<kind>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex("=[0-9A-Fa-f]{2}|.")]
    private static partial Regex QuotedPart();
}
