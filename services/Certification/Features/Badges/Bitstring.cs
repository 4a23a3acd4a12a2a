using System.IO.Compression;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Features.Badges;

/// <summary>Bits of a status list as Bitstring Status List 1.0 writes them: the first is the left-most, compressed by gzip, multibase base64url.</summary>
public static class Bitstring
{
    /// <summary>The least there may be, so that a look at one credential hides among 131,072.</summary>
    public const int Length = 131_072;

    private const int BitsOfByte = 8;
    private const char Base64Url = 'u';

    public static string Of(IEnumerable<int> set)
    {
        var bits = new byte[Length / BitsOfByte];

        foreach (var index in set)
        {
            bits[index / BitsOfByte] |= (byte)(1 << (BitsOfByte - 1 - (index % BitsOfByte)));
        }

        using var compressed = new MemoryStream();

        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bits);
        }

        return Base64Url + Base64UrlEncoder.Encode(compressed.ToArray());
    }
}
