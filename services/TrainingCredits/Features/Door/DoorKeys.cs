using System.Security.Cryptography;
using System.Text;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>A key for each session's wall and one for passes. They follow from the system's secret, so every replica has them and none is stored.</summary>
public sealed class DoorKeys
{
    private const int KeyBytes = 32;

    private readonly byte[] _root;

    public DoorKeys(IConfiguration configuration)
    {
        _root = SHA256.HashData(Encoding.UTF8.GetBytes(configuration["Service:Secret"]
            ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.")));
        OfPasses = For("passes");
    }

    public byte[] OfPasses { get; }

    public byte[] Of(SessionId session) => For($"wall {session.Value}");

    private byte[] For(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _root, KeyBytes, info: Encoding.UTF8.GetBytes($"mamis door {purpose}"));
}
