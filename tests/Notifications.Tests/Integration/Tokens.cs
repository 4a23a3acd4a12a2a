using System.Security.Cryptography;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Tokens as Identity signs them, with a key of the test.</summary>
internal static class Tokens
{
    private static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public static void Accept(IServiceCollection services) => services.Configure<JwtBearerOptions>(
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

    public static string Scheduler => For(Roles.Scheduler, scope: "renewal-runs");
}
