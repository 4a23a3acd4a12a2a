using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Gateway.Tests.StandIns;

/// <summary>Identity's sessions, keys and tokens as the gateway sees them; every other path is echoed.</summary>
public sealed class IdentityService : StandInHost
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k1" };
    private readonly ConcurrentDictionary<string, string> _sessions = new();
    private readonly ConcurrentDictionary<string, bool> _revoked = new();

    public IdentityService() => App.Run(Answer);

    public int TokensGiven { get; private set; }

    /// <summary>A signed token; what differs from a good machine token is said.</summary>
    public string Token(
        string role = "organizer", string? scope = "attendance", string type = "at+jwt", string audience = "mamis", string issuer = "mamis",
        string? session = null, int seconds = 300, SecurityKey? key = null, string algorithm = SecurityAlgorithms.EcdsaSha256)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Guid.CreateVersion7().ToString(),
            ["role"] = role,
            ["sid"] = session ?? Guid.CreateVersion7().ToString(),
        };

        if (scope is not null)
        {
            claims["scope"] = scope;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            TokenType = type,
            IssuedAt = now.AddHours(-1),
            NotBefore = now.AddHours(-1),
            Expires = now.AddSeconds(seconds),
            SigningCredentials = new(key ?? _key, algorithm),
        });
    }

    public void Revoke(string session) => _revoked[session] = true;

    public void EndAllSessions() => _sessions.Clear();

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;

        if (path == "/token")
        {
            await Say(context, 200, new JsonObject { ["access_token"] = Token("service", null), ["token_type"] = "Bearer", ["expires_in"] = 300 });
        }
        else if (path.StartsWith("/.well-known/", StringComparison.Ordinal))
        {
            await Keys(context, path);
        }
        else if (path == "/internal/passkey-challenges")
        {
            await Say(context, 200, new JsonObject { ["challengeId"] = Guid.CreateVersion7().ToString(), ["options"] = new JsonObject { ["rpId"] = "localhost" } });
        }
        else if (path == "/internal/passkey-sessions")
        {
            await Passkey(context);
        }
        else if (path.StartsWith("/internal/sessions", StringComparison.Ordinal))
        {
            await Session(context, path.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..]);
        }
        else
        {
            await Say(context, 200, new JsonObject { ["path"] = path, ["authorization"] = context.Request.Headers.Authorization.ToString() });
        }
    }

    private async Task Keys(HttpContext context, string path)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        await Say(context, 200, path.EndsWith("jwks.json", StringComparison.Ordinal)
            ? new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "EC",
                    ["crv"] = "P-256",
                    ["kid"] = "k1",
                    ["x"] = jwk.X,
                    ["y"] = jwk.Y,
                    ["use"] = "sig",
                    ["alg"] = "ES256",
                }),
            }
            : new JsonObject { ["issuer"] = "mamis", ["jwks_uri"] = $"{Address}/.well-known/jwks.json" });
    }

    private async Task Session(HttpContext context, string[] rest)
    {
        switch (context.Request.Method, rest)
        {
            case ("POST", []):
                await Begin(context);
                break;
            case ("POST", [var id, "totp"]):
                _sessions[id] = "jma-staff";
                await Say(context, 204);
                break;
            case ("POST", [var id, "token"]) when _sessions.TryGetValue(id, out var role) && role.Length > 0:
                TokensGiven++;
                await Say(context, 200, new JsonObject { ["accessToken"] = Token(role, null, session: id), ["expiresIn"] = 300 });
                break;
            case ("GET", [var id, "alive"]):
                await Say(context, _revoked.ContainsKey(id) ? 404 : 204);
                break;
            case ("GET", [var id]) when _sessions.TryGetValue(id, out var role):
                await Say(context, 200, new JsonObject { ["role"] = role, ["login"] = "somebody" });
                break;
            case ("DELETE", [var id]):
                _sessions.TryRemove(id, out _);
                await Say(context, 204);
                break;
            default:
                await Say(context, 404);
                break;
        }
    }

    private async Task Begin(HttpContext context)
    {
        var asked = await context.Request.ReadFromJsonAsync<JsonObject>();
        var login = asked?["login"]?.GetValue<string>() ?? string.Empty;

        if (asked?["password"]?.GetValue<string>() != "right")
        {
            await Say(context, 401, new JsonObject { ["code"] = "LOGIN_FAILED", ["refusals"] = new JsonArray(new JsonObject { ["code"] = "LOGIN_FAILED" }) });
            return;
        }

        var id = Guid.CreateVersion7().ToString();
        _sessions[id] = login switch { "staff" => string.Empty, "postcard" => "enrolling", _ => "physician" };
        await Say(context, 200, new JsonObject
        {
            ["sessionId"] = id,
            ["next"] = login switch { "staff" => "totp", "postcard" => "first-login", _ => null },
        });
    }

    private async Task Passkey(HttpContext context)
    {
        var asked = await context.Request.ReadFromJsonAsync<JsonObject>();

        if (asked?["credential"]?["id"]?.GetValue<string>() != "right")
        {
            await Say(context, 401, new JsonObject { ["code"] = "PASSKEY_FAILED", ["refusals"] = new JsonArray(new JsonObject { ["code"] = "PASSKEY_FAILED" }) });
            return;
        }

        var id = Guid.CreateVersion7().ToString();
        _sessions[id] = "jma-staff";
        await Say(context, 200, new JsonObject { ["sessionId"] = id, ["next"] = null });
    }

    private static async Task Say(HttpContext context, int status, JsonObject? body = null)
    {
        context.Response.StatusCode = status;

        if (body is not null)
        {
            await context.Response.WriteAsJsonAsync(body);
        }
    }
}
