using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.WebUtilities;

namespace Mamis.Gateway.Sessions;

/// <summary>All that a browser holds: an opaque name of its session, sealed so that a made-up one never reaches Identity.</summary>
public sealed class SessionCookie(IConfiguration configuration)
{
    public const string Name = "__Host-mamis";

    /// <summary>Lax, not Strict: who follows the link in a renewal notice must arrive signed in. Unsafe calls ask for a header besides.</summary>
    private static readonly CookieOptions Options = new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(InternalClients.SecretOf(
        "gateway:cookie", configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it."))));

    public void Give(HttpResponse response, string sessionId) => response.Cookies.Append(Name, Seal(sessionId), Options);

    public static void TakeBack(HttpResponse response) => response.Cookies.Delete(Name, Options);

    public static bool IsSent(HttpRequest request) => request.Cookies.ContainsKey(Name);

    /// <summary>The session the browser names, when this system gave it the name.</summary>
    public bool TryRead(HttpRequest request, [NotNullWhen(true)] out string? sessionId)
    {
        var parts = request.Cookies[Name]?.Split('.') ?? [];
        sessionId = parts is [var id, _] && IsOurs(id, parts[1]) ? id : null;
        return sessionId is not null;
    }

    public string Seal(string sessionId) => $"{sessionId}.{WebEncoders.Base64UrlEncode(Sign(sessionId))}";

    private byte[] Sign(string sessionId) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(sessionId));

    private bool IsOurs(string sessionId, string seal)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return System.Buffers.Text.Base64Url.TryDecodeFromChars(seal, given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], Sign(sessionId));
    }
}
