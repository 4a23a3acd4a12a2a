using System.Security.Cryptography;
using Mamis.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Tokens as Identity signs them, with a key that only the tests know.</summary>
public static class TestTokens
{
    public static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public static string Sign(Guid subject, string role, string? association, string? scope)
    {
        var claims = new Dictionary<string, object> { ["sub"] = subject.ToString(), ["role"] = role };

        if (association is not null)
        {
            claims["association"] = association;
        }

        if (scope is not null)
        {
            claims["scope"] = scope;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authentication.Issuer,
            Audience = Authentication.Issuer,
            TokenType = "at+jwt",
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
            Claims = claims,
            SigningCredentials = new(Key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
