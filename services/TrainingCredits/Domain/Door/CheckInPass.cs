using System.Buffers.Binary;
using System.Security.Cryptography;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>What a physician shows at the door: who it is, by id only, and since when, under the service's own seal.</summary>
/// <remarks>Whoever passes a picture of it on gains nothing: the organizer compares name and face, and presence is no credit.</remarks>
public sealed record CheckInPass(PhysicianId Physician, DateTimeOffset IssuedAt)
{
    private const int IdBytes = 16;
    private const int TimeBytes = 4;
    private const int SealBytes = 16;
    private const int Length = IdBytes + TimeBytes + SealBytes;

    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    public DateTimeOffset ValidUntil => IssuedAt + Lifetime;

    /// <summary>Begins at a whole second, as it is written.</summary>
    public static CheckInPass For(PhysicianId physician, DateTimeOffset now) =>
        new(physician, DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));

    public string Write(ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Physician.Value.TryWriteBytes(bytes[..IdBytes], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[IdBytes..], (uint)IssuedAt.ToUnixTimeSeconds());
        Seal(key, bytes[..(IdBytes + TimeBytes)], bytes[(IdBytes + TimeBytes)..]);

        return PlainLetters.Write(bytes);
    }

    /// <summary>The pass, or nothing where it is not one of ours. Whether it still holds is another question.</summary>
    public static CheckInPass? Read(ReadOnlySpan<byte> key, string text)
    {
        if (PlainLetters.Read(text) is not { Length: Length } bytes)
        {
            return null;
        }

        Span<byte> seal = stackalloc byte[SealBytes];
        Seal(key, bytes.AsSpan(0, IdBytes + TimeBytes), seal);

        return CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(IdBytes + TimeBytes))
            ? new(new(new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true)), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(IdBytes))))
            : null;
    }

    /// <param name="at">When it was read.</param>
    /// <param name="give">What the clock that told the time may be wrong by.</param>
    public bool HoldsAt(DateTimeOffset at, TimeSpan give = default) => IssuedAt - give <= at && at < ValidUntil + give;

    private static void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> what, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, what, hash);
        hash[..SealBytes].CopyTo(seal);
    }
}
