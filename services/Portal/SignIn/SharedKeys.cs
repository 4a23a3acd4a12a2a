using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Mamis.Portal.SignIn;

/// <summary>Protects the tokens of the forms with keys that follow from the system's secret, so that any replica takes another's form.</summary>
public sealed class SharedKeys : IDataProtectionProvider
{
    private readonly byte[] _root;

    public SharedKeys(IConfiguration configuration)
        : this(SHA256.HashData(Encoding.UTF8.GetBytes(configuration["Service:Secret"]
            ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it."))))
    {
    }

    private SharedKeys(byte[] root) => _root = root;

    public IDataProtector CreateProtector(string purpose) =>
        new Protector(HKDF.DeriveKey(HashAlgorithmName.SHA256, _root, outputLength: 32, info: Encoding.UTF8.GetBytes($"mamis portal {purpose}")));

    private sealed class Protector(byte[] key) : IDataProtector
    {
        private static readonly int Overhead = AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize;

        public IDataProtector CreateProtector(string purpose) => new SharedKeys(key).CreateProtector(purpose);

        public byte[] Protect(byte[] plaintext)
        {
            var envelope = new byte[Overhead + plaintext.Length];
            var nonce = envelope.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
            RandomNumberGenerator.Fill(nonce);
            using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
            aes.Encrypt(nonce, plaintext, envelope.AsSpan(Overhead), envelope.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize));
            return envelope;
        }

        public byte[] Unprotect(byte[] protectedData)
        {
            if (protectedData.Length < Overhead)
            {
                throw new CryptographicException("Too short to be one of ours.");
            }

            var plain = new byte[protectedData.Length - Overhead];
            using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
            aes.Decrypt(
                protectedData.AsSpan(0, AesGcm.NonceByteSizes.MaxSize), protectedData.AsSpan(Overhead),
                protectedData.AsSpan(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize), plain);
            return plain;
        }
    }
}
