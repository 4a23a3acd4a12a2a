using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Mamis.ServiceDefaults.Files;

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

    /// <summary>A key for one purpose, derived from the secret the services share with the AppHost.</summary>
    public static byte[] KeyFor(string purpose, IConfiguration configuration)
    {
        var secret = configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes(purpose));
    }
}
