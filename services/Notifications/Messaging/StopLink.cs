using System.Buffers.Text;
using System.Security.Cryptography;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Notifications.Messaging;

/// <summary>The link that ends mails of a kind: the number of a notice and a signature over it, so it names nobody and cannot be guessed.</summary>
/// <remarks>It never ends, because a mail may be read years later, and can do no more than switch off what its holder gets.</remarks>
public sealed class StopLink(IConfiguration configuration, MyPageAddress site)
{
    private const int IdBytes = 16;
    private const int SignatureBytes = 16;

    private readonly byte[] _key = Seal.KeyFor("notifications stop-link", configuration);

    public Uri For(Guid notice) => new(site.Url, $"/api/notifications/stop-links/{TokenOf(notice)}");

    public string TokenOf(Guid notice) => Base64Url.EncodeToString([.. notice.ToByteArray(bigEndian: true), .. Sign(notice)]);

    /// <summary>The notice the link stood in; null where we did not make it.</summary>
    public Guid? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SignatureBytes];

        if (!Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length)
        {
            return null;
        }

        var notice = new Guid(bytes[..IdBytes], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(Sign(notice), bytes[IdBytes..]) ? notice : null;
    }

    private byte[] Sign(Guid notice) => HMACSHA256.HashData(_key, notice.ToByteArray(bigEndian: true))[..SignatureBytes];
}
