using System.Text;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Writes content lines of iCalendar: escaped (RFC 5545, 3.3.11) and folded after 75 octets (3.1).</summary>
public sealed class CalendarText
{
    private const int MostOctets = 75;
    private const string NewLine = "\r\n";

    private readonly StringBuilder _text = new();

    /// <summary>A line whose value is no text: a date, an address, a word of the standard.</summary>
    public CalendarText Line(string name, string value) => Fold($"{name}:{value}");

    /// <summary>A line of text for people.</summary>
    public CalendarText Text(string name, string value) => Line(name, Escape(value));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>Octets are counted, characters are never cut.</summary>
    private CalendarText Fold(string line)
    {
        var octets = 0;

        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append(NewLine).Append(' ');
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append(NewLine);
        return this;
    }
}
