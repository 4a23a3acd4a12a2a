using System.Security.Claims;
using Mamis.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Identity.Tokens;

/// <summary>Makes the short-lived tokens that every service accepts: subject, role, association, scope, session. Nothing personal.</summary>
public sealed class AccessTokens(SigningKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Whom a token speaks for.</summary>
    public sealed record Bearer(Guid Subject, Guid Sid, string Role, string? Association, string? Scope = null);

    public string Issue(Bearer bearer)
    {
        var now = clock.GetUtcNow().UtcDateTime;

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = Authentication.Issuer,
            Audience = Authentication.Issuer,
            Subject = new ClaimsIdentity(ClaimsOf(bearer)),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = keys.Current.Credentials,
        });
    }

    private static IEnumerable<Claim> ClaimsOf(Bearer bearer)
    {
        yield return new("sub", bearer.Subject.ToString());
        yield return new("sid", bearer.Sid.ToString());
        yield return new("role", bearer.Role);

        if (bearer.Association is { } association)
        {
            yield return new("association", association);
        }

        if (bearer.Scope is { } scope)
        {
            yield return new("scope", scope);
        }
    }
}
