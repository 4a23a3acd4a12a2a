using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mamis.Identity.Tests.Support;

/// <summary>A device with one passkey (ES256) and the browser before it; what differs from good ones is said.</summary>
internal sealed class Authenticator : IDisposable
{
    public const string Origin = "https://mamis.example.invalid";
    private const string Domain = "mamis.example.invalid";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);

    public uint Count { get; set; }

    /// <summary>Whether the person unlocked the device.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>The person the passkey was made for, as the device keeps it.</summary>
    public string Handle { get; set; } = string.Empty;

    /// <summary>What the browser gives for the options of a registration.</summary>
    public JsonObject Create(JsonNode options, string origin = Origin)
    {
        Handle = options["user"]?["id"].Text() ?? string.Empty;
        byte[] data = [.. Data(flags: 0x40), .. new byte[16], 0, (byte)_id.Length, .. _id, .. CoseKey()];
        byte[] attestation = [0xA3, .. Word("fmt"), .. Word("none"), .. Word("attStmt"), 0xA0, .. Word("authData"), 0x58, (byte)data.Length, .. data];

        return Credential(new()
        {
            ["clientDataJSON"] = Text(Client("webauthn.create", options["challenge"].Text(), origin)),
            ["attestationObject"] = Text(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>What the browser gives for the options of a login.</summary>
    public JsonObject Get(JsonNode options, string origin = Origin, string? challenge = null)
    {
        Count++;
        var (data, client) = (Data(flags: 0), Client("webauthn.get", challenge ?? options["challenge"].Text(), origin));

        return Credential(new()
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = Handle,
        });
    }

    public void Dispose() => _key.Dispose();

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Text(_id),
        ["rawId"] = Text(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    private static byte[] Client(string type, string challenge, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin, crossOrigin = false });

    private byte[] Data(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | 0x01 | (IsVerified ? 0x04 : 0)), .. count];
    }

    /// <summary>EC2, ES256, P-256, and the point (RFC 9053).</summary>
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X ?? [], 0x22, 0x58, 0x20, .. point.Y ?? []];
    }

    private static byte[] Word(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
