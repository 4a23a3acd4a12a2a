using System.Security.Cryptography;
using System.Text;

namespace Mamis.Certification.Features.Documents;

/// <summary>Authenticated encryption (AES-256-GCM): nonce, tag and text in one piece, bound to what it belongs to.</summary>
public static class Seal
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static byte[] Close(byte[] key, ReadOnlySpan<byte> content, Guid belongsTo)
    {
        var closed = new byte[NonceSize + TagSize + content.Length];
        var nonce = closed.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);

        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, content, closed.AsSpan(NonceSize + TagSize), closed.AsSpan(NonceSize, TagSize), belongsTo.ToByteArray());

        return closed;
    }

    /// <exception cref="CryptographicException">It was changed, or belongs to something else.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> closed, Guid belongsTo)
    {
        var content = new byte[closed.Length - NonceSize - TagSize];

        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(closed[..NonceSize], closed[(NonceSize + TagSize)..], closed[NonceSize..(NonceSize + TagSize)], content, belongsTo.ToByteArray());

        return content;
    }

    /// <summary>The key under which other keys are kept, derived from the secret the services share with the AppHost; one for each purpose.</summary>
    public static byte[] MasterKey(string secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes(purpose));
}
