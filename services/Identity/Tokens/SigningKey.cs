using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Identity.Tokens;

/// <summary>One ES256 key pair and the time in which it signs; it is published before and after, so that rotation leaves no gap.</summary>
public sealed record SigningKey(string Kid, string X, string Y, ECDsaSecurityKey Key, DateTimeOffset SignsFrom, DateTimeOffset SignsUntil)
{
    public bool SignsAt(DateTimeOffset moment) => SignsFrom <= moment && moment < SignsUntil;

    public SigningCredentials Credentials { get; } = new(Key, SecurityAlgorithms.EcdsaSha256);

    /// <summary>The key pair from its parts; the private one comes out of the database unsealed.</summary>
    public static SigningKey From(string kid, string x, string y, byte[] d, DateTimeOffset from, DateTimeOffset until) => new(
        kid, x, y, new ECDsaSecurityKey(ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Base64UrlEncoder.DecodeBytes(x), Y = Base64UrlEncoder.DecodeBytes(y) },
            D = d,
        }))
        { KeyId = kid }, from, until);
}
