using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Says that a delivery comes from us and is of today, after the Standard Webhooks specification, version 1.</summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>One signature for each secret, separated by blanks.</summary>
    /// <param name="keys">The secrets that are valid now, as bytes.</param>
    /// <param name="id">The same at each try, so that the receiver knows what it has.</param>
    /// <param name="timestamp">Of this try, in seconds since 1970.</param>
    /// <param name="body">What is sent, to the letter.</param>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
