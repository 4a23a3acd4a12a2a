using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Data protection with its keys in the database, the same for every node, sealed by what the database does not hold.</summary>
public static class SharedKeyRing
{
    public static void AddSharedKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("mamis-identity");
        services.AddSingleton<SecretSeal>();
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource, SecretSeal>((options, database, seal) =>
        {
            options.XmlRepository = new KeyTable(database);
            options.XmlEncryptor = seal;
        });
    }

    private sealed class KeyTable(NpgsqlDataSource database) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var connection = database.OpenConnection();
            return [.. connection.Query<string>("select xml from credentials.data_protection_key").Select(XElement.Parse)];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var connection = database.OpenConnection();
            connection.Execute(
                "insert into credentials.data_protection_key (name, xml) values (@friendlyName, @xml)",
                new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
        }
    }
}

/// <summary>Seals the keys under a key derived from the secret that the AppHost shares with the services (AES-256-GCM).</summary>
public sealed class SecretSeal : IXmlEncryptor, IXmlDecryptor
{
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key;

    /// <remarks>Data protection makes the decryptor itself, from the name of the type, with the services alone.</remarks>
    public SecretSeal(IServiceProvider services)
    {
        var secret = services.GetRequiredService<IConfiguration>()["Service:Secret"]
            ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.");
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "identity:key-ring"u8.ToArray());
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var (cipher, tag) = (new byte[plain.Length], new byte[TagSize]);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag);

        return new(new XElement("sealed", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(SecretSeal));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(bytes[..NonceSize], bytes[(NonceSize + TagSize)..], bytes[NonceSize..(NonceSize + TagSize)], plain);

        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
