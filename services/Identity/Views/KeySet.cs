using System.Text.Json.Serialization;
using Mamis.Identity.Tokens;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>The public keys that tokens are checked with (RFC 7517), and where they are found (OpenID Connect discovery).</summary>
public sealed record KeySet(IEnumerable<KeySet.PublicKey> Keys)
{
    /// <summary>One public key of the curve P-256.</summary>
    public sealed record PublicKey(string Kid, string X, string Y)
    {
        public string Kty => "EC";

        public string Crv => "P-256";

        public string Use => "sig";

        public string Alg => "ES256";
    }

    /// <summary>What a validator asks first.</summary>
    public sealed record Discovery(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("jwks_uri")] string JwksUri,
        [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
        [property: JsonPropertyName("grant_types_supported")] string[] GrantTypes,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] string[] AuthenticationMethods);

    public static Ok<KeySet> Get(SigningKeys keys) => TypedResults.Ok(new KeySet(keys.Published.Select(it => new PublicKey(it.Kid, it.X, it.Y))));

    /// <summary>The addresses are those at which the service itself was asked: validators stand beside it, not outside.</summary>
    public static Ok<Discovery> Discover(HttpRequest request)
    {
        var self = $"{request.Scheme}://{request.Host}";
        return TypedResults.Ok(new Discovery(
            Authentication.Issuer, $"{self}/.well-known/jwks.json", $"{self}/token", ["client_credentials"], ["client_secret_post", "client_secret_basic"]));
    }
}
