using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Portal.Tests;

/// <summary>Stands where the gateway and Identity's keys would, with answers the tests lay out.</summary>
public sealed class StandInGateway : StandInHost
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k1" };
    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new();
    public StandInGateway()
    {
        App.Run(Answer);
    }

    /// <summary>What the portal asked for, with what.</summary>
    public ConcurrentQueue<(string Call, string Body, IHeaderDictionary Headers)> Calls { get; } = new();

    /// <summary>Lays out the answer to a call: <c>GET /api/…</c> without its query.</summary>
    public void Lay(string call, string body, int status = 200) => _answers[call] = (status, body);

    public void LayProblem(string call, int status, params IEnumerable<(string Code, string? Subject)> refusals) => Lay(
        call,
        new JsonObject
        {
            ["code"] = refusals.First().Code,
            ["refusals"] = new JsonArray([.. refusals.Select(it => new JsonObject { ["code"] = it.Code, ["subject"] = it.Subject })]),
        }.ToJsonString(),
        status);

    public string Token(string role, string? association = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = Examples.PhysicianId, ["role"] = role, ["sid"] = Guid.CreateVersion7().ToString() };

        if (association is not null)
        {
            claims["association"] = association;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "mamis",
            Audience = "mamis",
            Claims = claims,
            TokenType = "at+jwt",
            SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var call = $"{request.Method} {request.Path}";

        if (Keys(request.Path) is { } keys)
        {
            await context.Response.WriteAsJsonAsync(keys);
            return;
        }

        Calls.Enqueue((call, body, new HeaderDictionary(request.Headers.ToDictionary())));
        var (status, answer) = _answers.TryGetValue(call, out var laid) ? laid : (404, """{"code":"NOT_FOUND","refusals":[{"code":"NOT_FOUND"}]}""");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";

        if (call == "POST /session" && status < 300)
        {
            context.Response.Headers.SetCookie = "__Host-mamis=opaque; path=/; secure; httponly; samesite=lax";
        }

        if (status is not (204 or 304))
        {
            await context.Response.WriteAsync(answer);
        }
    }

    private JsonObject? Keys(string path)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        return path switch
        {
            "/.well-known/openid-configuration" => new() { ["issuer"] = "mamis", ["jwks_uri"] = $"{Address}/.well-known/jwks.json" },
            "/.well-known/jwks.json" => new()
            {
                ["keys"] = new JsonArray(new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = "k1", ["x"] = jwk.X, ["y"] = jwk.Y, ["alg"] = "ES256" }),
            },
            _ => null,
        };
    }
}
