using System.Text;
using System.Text.RegularExpressions;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>A mail as it went over the wire, taken apart by the boundary its header names.</summary>
internal sealed partial record MailParts(string Header, string Plain, string Html)
{
    public static MailParts Of(byte[]? raw)
    {
        var mail = Encoding.UTF8.GetString(raw ?? []);
        var (header, body) = Cut(mail);
        var boundary = Boundary().Match(header).Groups["it"].Value;
        var parts = body.Split($"--{boundary}").Skip(1).Where(it => !it.StartsWith("--", StringComparison.Ordinal)).Select(Cut).ToArray();

        Assert.Contains("multipart/alternative", header, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, parts.Length);
        Assert.Contains("text/plain; charset=utf-8", parts[0].Header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/html; charset=utf-8", parts[1].Header, StringComparison.OrdinalIgnoreCase);

        return new(header, Decoded(parts[0].Body), Decoded(parts[1].Body));
    }

    private static (string Header, string Body) Cut(string part) => part.TrimStart('\r', '\n').Split("\r\n\r\n", 2) is [var header, var body] ? (header, body) : (part, "");

    private static string Decoded(string base64) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(base64.Split("\r\n")))).ReplaceLineEndings("\n");

    [GeneratedRegex("""boundary="?(?<it>[^\s";]+)""")]
    private static partial Regex Boundary();
}
