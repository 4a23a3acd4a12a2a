using System.Text.Json;
using System.Text.Json.Serialization;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Features.Paper;

/// <summary>A snapshot under signature (JWS, ES256), which anybody can check with the published keys and without asking us.</summary>
/// <remarks>Short names, because every letter makes the code on the paper finer.</remarks>
public static class SnapshotToken
{
    /// <summary>Says what is signed, so that no other signature of ours can pass for it.</summary>
    public const string Type = "certificate+jws";

    private static readonly JsonWebTokenHandler Handler = new();

    public static string Sign(Snapshot snapshot, SigningCredentials key)
    {
        var content = new Content(
            snapshot.Number, Codes.Of(snapshot.Scheme), snapshot.Term.From, snapshot.Term.To, snapshot.IssuedOn, snapshot.Person);

        return Handler.CreateToken(JsonSerializer.Serialize(content), key, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = Type });
    }

    /// <summary>What was signed; null when it was not signed by one of these keys, or was changed since.</summary>
    public static async Task<Snapshot?> Read(string token, IEnumerable<SecurityKey> keys)
    {
        var answer = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [Type],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });

        return answer is { IsValid: true, SecurityToken: JsonWebToken signed } ? SnapshotOf(signed) : null;
    }

    private static Snapshot? SnapshotOf(JsonWebToken signed) =>
        JsonSerializer.Deserialize<Content>(Base64UrlEncoder.Decode(signed.EncodedPayload)) is { } it && Codes.Find<Scheme>(it.Scheme) is { } scheme
            ? new(it.Number, scheme, new(it.From, it.To), it.IssuedOn, it.Person)
            : null;

    private sealed record Content(
        [property: JsonPropertyName("n")] string Number,
        [property: JsonPropertyName("s")] string Scheme,
        [property: JsonPropertyName("f")] DateOnly From,
        [property: JsonPropertyName("t")] DateOnly To,
        [property: JsonPropertyName("i")] DateOnly IssuedOn,
        [property: JsonPropertyName("p")] string Person);
}
