using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Mamis.Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>The OAuth 2 token endpoint for machines (RFC 6749, section 4.4): client credentials in the form or in Basic authentication.</summary>
public static class IssueClientToken
{
    /// <summary>A token and how long it lives.</summary>
    public sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string? Scope);

    /// <summary>The form of an error that OAuth 2 clients understand.</summary>
    public sealed record Error(
        [property: JsonPropertyName("error")] string Code,
        [property: JsonPropertyName("error_description")] string Description);

    public static async Task<Results<Ok<Answer>, JsonHttpResult<Error>>> Handle(
        HttpRequest request, MachineClients clients, AccessTokens tokens, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return No("invalid_request", "Send a form: application/x-www-form-urlencoded.");
        }

        var form = await request.ReadFormAsync(cancellation);

        if (form["grant_type"] != "client_credentials")
        {
            return No("unsupported_grant_type", "Only grant_type=client_credentials is served.");
        }

        var (id, secret) = Basic(request) ?? (form["client_id"].ToString(), form["client_secret"].ToString());

        if (await clients.Check(id, secret, cancellation) is not { } bearer)
        {
            return No("invalid_client", "client_id and client_secret do not belong together.", StatusCodes.Status401Unauthorized);
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(tokens.Issue(bearer), "Bearer", (int)AccessTokens.Lifetime.TotalSeconds, bearer.Scope));
    }

    private static (string Id, string Secret)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !"Basic".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Parameter?.Length ?? 0];
        var parts = Convert.TryFromBase64String(header.Parameter ?? string.Empty, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2)
            : [];

        return parts is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : null;
    }

    private static JsonHttpResult<Error> No(string code, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new Error(code, description), statusCode: status);
}
