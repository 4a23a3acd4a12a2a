using System.IO.Compression;
using Mamis.Certification.Features.Badges;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Tests.Features;

/// <summary>How a status list is written.</summary>
public sealed class BitstringTests
{
    [Theory]
    [InlineData(0, 0, 0b1000_0000)]
    [InlineData(7, 0, 0b0000_0001)]
    [InlineData(8, 1, 0b1000_0000)]
    [InlineData(131_071, 16_383, 0b0000_0001)]
    public void The_first_index_is_the_left_most_bit_of_16_KB(int index, int place, byte expected)
    {
        var bytes = Read(Bitstring.Of([index]));

        Assert.Equal(16 * 1024, bytes.Length);
        Assert.Equal(expected, bytes[place]);
        Assert.Equal(1, bytes.Count(it => it != 0));
    }

    /// <summary>The bytes behind multibase, base64url and gzip.</summary>
    internal static byte[] Read(string encoded)
    {
        Assert.Equal('u', encoded[0]);
        using var gzip = new GZipStream(new MemoryStream(Base64UrlEncoder.DecodeBytes(encoded[1..])), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);

        return bytes.ToArray();
    }
}
