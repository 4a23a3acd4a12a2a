namespace Mamis.ServiceDefaults.Files;

/// <summary>What a file really is, told by its first bytes; names and declared types of uploads are not believed.</summary>
public sealed record FileType(string MediaType, string Extension)
{
    private static readonly FileType Pdf = new("application/pdf", "pdf");
    private static readonly FileType Jpeg = new("image/jpeg", "jpg");
    private static readonly FileType Png = new("image/png", "png");
    private static readonly FileType Heic = new("image/heic", "heic");

    private static readonly byte[][] HeicBrands =
        [[.. "heic"u8], [.. "heix"u8], [.. "heim"u8], [.. "heis"u8], [.. "hevc"u8], [.. "mif1"u8], [.. "msf1"u8]];

    /// <summary>The type of a file that may be uploaded; null for every other.</summary>
    public static FileType? Of(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [0xff, 0xd8, 0xff, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Png,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] when IsHeic(content[8..12]) => Heic,
        _ => null,
    };

    /// <summary>The type under which a stored file is served again.</summary>
    public static FileType Named(string mediaType) =>
        Array.Find([Pdf, Jpeg, Png, Heic], it => it.MediaType == mediaType) ?? new("application/octet-stream", "bin");

    private static bool IsHeic(ReadOnlySpan<byte> brand)
    {
        foreach (var known in HeicBrands)
        {
            if (brand.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
