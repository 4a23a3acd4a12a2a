using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>The code on the wall of a session: 8 letters that follow from its key and the half minute (RFC 6238 with SHA-256), G5.</summary>
/// <remarks>A code holds while it is shown and for the half minute after, so that whoever has begun to type may finish.</remarks>
public static class WallCode
{
    public const int Length = 8;
    public static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    /// <summary>How long a code that has passed is told from one that never was.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private const int Bytes = 5;

    public static string At(ReadOnlySpan<byte> key, DateTimeOffset at) => Of(key, WindowOf(at));

    public static DateTimeOffset ChangesAfter(DateTimeOffset at) => DateTimeOffset.UnixEpoch + ((WindowOf(at) + 1) * Shown);

    public static bool Holds(ReadOnlySpan<byte> key, string code, DateTimeOffset at) =>
        Same(Of(key, WindowOf(at)), code) | Same(Of(key, WindowOf(at) - 1), code);

    /// <summary>Whether the wall showed it a while ago; only to say what is wrong with it.</summary>
    public static bool Held(ReadOnlySpan<byte> key, string code, DateTimeOffset at)
    {
        var held = false;

        for (var ago = 0; ago < Memory / Shown; ago++)
        {
            held |= Same(Of(key, WindowOf(at) - ago), code);
        }

        return held;
    }

    private static long WindowOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Shown.TotalSeconds;

    private static string Of(ReadOnlySpan<byte> key, long window)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, window);
        HMACSHA256.HashData(key, counter, hash);

        // RFC 4226, 5.3: the last half byte says where to read, so that no part of the hash is preferred.
        return PlainLetters.Write(hash.Slice(hash[^1] & 0xf, Bytes));
    }

    private static bool Same(string code, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(PlainLetters.Clean(given)));
}
