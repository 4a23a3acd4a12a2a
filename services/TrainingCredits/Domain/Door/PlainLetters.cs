using System.Text;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>Bytes as digits and capitals that nobody confuses and every keyboard types alike (Crockford's base 32).</summary>
public static class PlainLetters
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerLetter = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);

        foreach (var it in bytes)
        {
            (held, bits) = ((held << 8) | it, bits + 8);

            for (; bits >= BitsPerLetter; bits -= BitsPerLetter)
            {
                text.Append(Letters[(held >> (bits - BitsPerLetter)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Letters[(held << (BitsPerLetter - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>The bytes, or nothing where a character is none of the letters.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);

        foreach (var value in Clean(text).Select(it => Letters.IndexOf(it, StringComparison.Ordinal)))
        {
            if (value < 0)
            {
                return null;
            }

            (held, bits) = (((held << BitsPerLetter) | value) & 0xfff, bits + BitsPerLetter);

            if (bits >= 8)
            {
                bytes.Add((byte)(held >> (bits -= 8)));
            }
        }

        return [.. bytes];
    }

    /// <summary>As somebody may have typed it: small, wide, grouped, with the letters that look like digits.</summary>
    public static string Clean(string text) => string.Concat(Spelling.Narrow(text).ToUpperInvariant().Where(it => it is not (' ' or '-')).Select(it => it switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => it,
    }));
}
