using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Mamis.Testing;

/// <summary>The words of a printed PDF as a search in it finds them: each font's own table, and what is told in its place (ActualText).</summary>
/// <remarks>Reads what Chromium writes, and no other PDF: plain objects, deflated streams, text as hexadecimal codes.</remarks>
public static partial class PdfText
{
    public static string Of(byte[] pdf)
    {
        var objects = Objects().Matches(Encoding.Latin1.GetString(pdf)).ToDictionary(it => it.Groups["id"].Value, it => it.Groups["body"].Value);
        var fonts = objects.Values
            .SelectMany(it => FontNames().Matches(Head(it)))
            .DistinctBy(it => it.Groups["name"].Value)
            .ToDictionary(it => it.Groups["name"].Value, it => FontOf(objects[it.Groups["id"].Value], objects));

        return string.Concat(objects.Values.Select(Content).Where(it => it.Contains(" Tf", StringComparison.Ordinal)).Select(it => Said(it, fonts)));
    }

    private static string Said(string content, Dictionary<string, Font> fonts)
    {
        var (said, font, isTold) = (new StringBuilder(), default(Font), false);

        foreach (Match it in Written().Matches(content))
        {
            if (it.Groups["font"] is { Success: true, Value: var name })
            {
                font = fonts[name];
            }
            else if (it.Groups["actual"] is { Success: true, Value: var actual })
            {
                isTold = true;
                said.Append(Letters(actual));
            }
            else if (it.Value == "EMC")
            {
                isTold = false;
            }
            else if (!isTold)
            {
                said.Append(font?.Read(it.Groups["codes"].Value));
            }
        }

        return said.ToString();
    }

    private static Font FontOf(string body, Dictionary<string, string> objects)
    {
        var table = ToUnicode().Match(Head(body)) is { Success: true } it ? Content(objects[it.Groups["id"].Value]) : string.Empty;
        var letters = Singles().Matches(table).ToDictionary(one => Number(one.Groups["code"].Value), one => Letters(one.Groups["letters"].Value));

        foreach (Match range in Ranges().Matches(table))
        {
            var (first, last, letter) = (Number(range.Groups["first"].Value), Number(range.Groups["last"].Value), Number(range.Groups["letter"].Value));

            for (var code = first; code <= last; code++)
            {
                letters[code] = char.ConvertFromUtf32(letter + code - first);
            }
        }

        return new(body.Contains("/Type0", StringComparison.Ordinal) ? 4 : 2, letters);
    }

    private static string Head(string body) => body.Split("stream\n", 2)[0];

    private static string Content(string body)
    {
        if (body.Split("stream\n", 2) is not [var head, var stream])
        {
            return string.Empty;
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(stream));
        using var reader = new StreamReader(head.Contains("/FlateDecode", StringComparison.Ordinal) ? new ZLibStream(bytes, CompressionMode.Decompress) : bytes, Encoding.Latin1);
        return head.Contains("/Image", StringComparison.Ordinal) || head.Contains("/Length1", StringComparison.Ordinal) ? string.Empty : reader.ReadToEnd();
    }

    private static string Letters(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Font(int Digits, Dictionary<int, string> Meaning)
    {
        public string Read(string codes) =>
            string.Concat(codes.Chunk(Digits).Select(it => Meaning.GetValueOrDefault(Number(new string(it)), string.Empty)));
    }

    [GeneratedRegex(@"(?<id>\d+) 0 obj\n(?<body>.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/(?<name>F\d+) (?<id>\d+) 0 R")]
    private static partial Regex FontNames();

    [GeneratedRegex(@"/ToUnicode (?<id>\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|/ActualText <FEFF(?<actual>[0-9A-F]+)>|EMC|<(?<codes>[0-9A-Fa-f]+)>")]
    private static partial Regex Written();

    [GeneratedRegex(@"^<(?<code>[0-9A-F]+)> <(?<letters>[0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Singles();

    [GeneratedRegex(@"^<(?<first>[0-9A-F]+)> <(?<last>[0-9A-F]+)> <(?<letter>[0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Ranges();
}
