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
        if (!Base64Url.IsValid(token, out var length) || length != IdBytes + SignatureBytes)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var notice = new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(Sign(notice), bytes.AsSpan(IdBytes)) ? notice : null;
    }

    private byte[] Sign(Guid notice) => HMACSHA256.HashData(_key, notice.ToByteArray(bigEndian: true))[..SignatureBytes];
}
