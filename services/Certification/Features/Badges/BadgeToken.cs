using System.Text.Json;
using Mamis.Certification.Features.Paper;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Features.Badges;

/// <summary>A credential under signature (VC-JOSE-COSE, ES256), by the keys that also sign papers; the type keeps the two apart.</summary>
public sealed class BadgeToken(SnapshotKeys keys, BadgeAddresses addresses)
{
    public const string MediaType = "application/vc+jwt";

    private const string Type = "vc+jwt";
    private const string Content = "vc";

    /// <summary>As the specifications write it, whatever the service's own way is.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="credential">The payload is the credential itself.</param>
    public async Task<string> Sign<TCredential>(TCredential credential, CancellationToken cancellation)
    {
        var current = await keys.Current(cancellation);
        var named = current.Key is ECDsaSecurityKey key
            ? new ECDsaSecurityKey(key.ECDsa) { KeyId = addresses.Key(key.KeyId) }
            : throw new InvalidOperationException("Papers are signed by keys of an elliptic curve.");

        return Handler.CreateToken(
            JsonSerializer.Serialize(credential, Json), new SigningCredentials(named, SecurityAlgorithms.EcdsaSha256),
            new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = Type, [JwtHeaderParameterNames.Cty] = Content });
    }
}
