using System.Security.Cryptography;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Testing;

/// <summary>Tokens as Identity signs them, with a key that only the tests know.</summary>
public static class TestTokens
{
    private static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    /// <summary>Has the service under test believe the key of the tests, and nobody else's.</summary>
    public static void AcceptTestTokens(this IServiceCollection services) => services.Configure<JwtBearerOptions>(
        JwtBearerDefaults.AuthenticationScheme,
        options =>
        {
            options.Authority = null;
            options.Configuration = new OpenIdConnectConfiguration { SigningKeys = { Key } };
        });

    public static string For(string role, Guid? subject = null, string? association = null, string? scope = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = (subject ?? Guid.CreateVersion7()).ToString(),
            ["role"] = role,
        };

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
