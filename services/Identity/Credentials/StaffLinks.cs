using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Links by which staff get in, one a person: single use, 72 hours, 256 random bits of which only the hash is stored.</summary>
/// <remarks>The key is made when the mail is sent, so it stands in no queue; each sending ends the key before.</remarks>
public sealed class StaffLinks(NpgsqlDataSource database, IPasswordHasher<Login> hasher, TimeProvider clock)
{
    private const int KeyBytes = 32;

    /// <summary>How long a link serves, from the moment it was asked for.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(72);

    /// <summary>What a link is for.</summary>
    public enum Purpose
    {
        /// <summary>The person chooses a password and sets up a second factor.</summary>
        Invitation,

        /// <summary>The person types the present password and sets up another second factor.</summary>
        Replacement,
    }

    /// <summary>A link that is to go out.</summary>
    public sealed record Link(Guid StaffId, Purpose Purpose, string Role, string Association, string Email);

    /// <summary>A link that serves; an invitation whose password was chosen says so.</summary>
    public sealed record Open(Guid StaffId, string Purpose, string Role, string Association, string Email, bool HasPassword)
    {
        public bool IsInvitation => Purpose == Codes.Of(StaffLinks.Purpose.Invitation);
    }

    /// <summary>The link serves from now on, in place of any other of the person; its key comes with the mail.</summary>
    public Sql Opening(Link link) => Sql.For(
        """
        insert into credentials.staff_link (staff_id, purpose, role, association, email, email_key, sent_at, expires_at)
        select staff_id, purpose, role, association, email, email_key, sent_at, expires_at from rows
        on conflict (staff_id) do update set
            purpose = excluded.purpose, email = excluded.email, email_key = excluded.email_key, key_hash = null, password_hash = null,
            sent_at = excluded.sent_at, expires_at = excluded.expires_at
        """,
        new
        {
            link.StaffId,
            Purpose = Codes.Of(link.Purpose),
            link.Role,
            link.Association,
            link.Email,
            EmailKey = LoginName.KeyOf(link.Email),
            SentAt = clock.GetUtcNow(),
            ExpiresAt = clock.GetUtcNow() + Lifetime,
        });

    public static Sql Closing(Guid staffId) => Sql.For(
        "delete from credentials.staff_link k using rows r where k.staff_id = r.staff_id", new { StaffId = staffId });

    /// <summary>A new key, this once in clear; null when there is no such link any more.</summary>
    public async Task<string?> NewKey(Guid staffId, CancellationToken cancellation)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var found = await database.Find<Guid?>(
            "update credentials.staff_link set key_hash = @hash where staff_id = @staffId and expires_at > @now returning staff_id",
            new { staffId, hash = HashOf(key), now = clock.GetUtcNow() },
            cancellation);

        return found is null ? null : key;
    }

    /// <summary>Null when the key opens nothing, or nothing any more.</summary>
    public Task<Open?> Find(string key, CancellationToken cancellation) => database.Find<Open>(
        """
        select staff_id, purpose, role, association, email, password_hash is not null as has_password
        from credentials.staff_link where key_hash = @hash and expires_at > @now
        """,
        new { hash = HashOf(key), now = clock.GetUtcNow() },
        cancellation);

    /// <summary>The e-mail address the person was invited with, while the invitation is there, too old or not.</summary>
    public Task<string?> InvitedAddress(Guid staffId, CancellationToken cancellation) => database.Find<string>(
        "select email from credentials.staff_link where staff_id = @staffId and purpose = 'invitation'", new { staffId }, cancellation);

    /// <summary>The password the invited chose waits with the link for the first code of the authenticator.</summary>
    public Task KeepPassword(Guid staffId, string password, CancellationToken cancellation) => database.Do(
        "update credentials.staff_link set password_hash = @hash where staff_id = @staffId and purpose = 'invitation'",
        new { staffId, hash = hasher.HashPassword(new Login(), password) },
        cancellation);

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
