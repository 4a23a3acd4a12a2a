using System.Security.Cryptography;
using System.Text;

namespace Mamis.Kernel;

/// <summary>An id that follows from its parts, so that whoever handles the same thing twice meets the same stream.</summary>
public static class DeterministicId
{
    /// <summary>A version 8 UUID (RFC 9562) over the parts; the kind keeps ids of different things apart.</summary>
    public static Guid From(string kind, params ReadOnlySpan<object> parts)
    {
        var name = new StringBuilder(kind);

        foreach (var part in parts)
        {
            name.Append('\u001f').Append(part);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString()), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);

        return new Guid(hash[..16], bigEndian: true);
    }
}
