using System.Buffers.Text;
using System.Security.Cryptography;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Notifications.Messaging;

/// <summary>The link that ends mails of a kind: the number of a notice, of the member of staff where it went to one, and a signature over it, so it names nobody and cannot be guessed.</summary>
/// <remarks>It never ends, because a mail may be read years later, and can do no more than switch off what its holder gets.</remarks>
public sealed class StopLink(IConfiguration configuration, MyPageAddress site)
{
    private const int IdBytes = 16;
    private const int SignatureBytes = 16;

    /// <summary>The mail a link stood in.</summary>
    /// <param name="Staff">Null where it went to the physician.</param>
    public sealed record Origin(Guid Notice, StaffId? Staff);

    private readonly byte[] _key = Seal.KeyFor("notifications stop-link", configuration);

    public Uri For(Guid notice, StaffId? staff = null) => new(site.Url, $"/api/notifications/stop-links/{TokenOf(notice, staff)}");

    public string TokenOf(Guid notice, StaffId? staff = null)
    {
        byte[] mail = [.. notice.ToByteArray(bigEndian: true), .. staff?.Value.ToByteArray(bigEndian: true) ?? []];
        return Base64Url.EncodeToString([.. mail, .. Sign(mail)]);
    }

    /// <summary>The mail the link stood in; null where we did not make it.</summary>
    public Origin? Read(string token)
    {
        if (!Base64Url.IsValid(token, out var length) || length is not (IdBytes + SignatureBytes or IdBytes + IdBytes + SignatureBytes))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var mail = bytes[..^SignatureBytes];
        return CryptographicOperations.FixedTimeEquals(Sign(mail), bytes.AsSpan(mail.Length)) ? OriginOf(mail) : null;
    }

    private static Origin OriginOf(ReadOnlySpan<byte> mail) => new(
        new Guid(mail[..IdBytes], bigEndian: true),
        mail.Length > IdBytes ? new StaffId(new Guid(mail[IdBytes..], bigEndian: true)) : null);

    private byte[] Sign(byte[] mail) => HMACSHA256.HashData(_key, mail)[..SignatureBytes];
}
