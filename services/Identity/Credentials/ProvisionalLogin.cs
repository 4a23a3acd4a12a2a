using System.Security.Cryptography;
using System.Text;
using Mamis.EventStore;

namespace Mamis.Identity.Credentials;

/// <summary>What stands on the postcard: a login name that stays, and a password that serves the first login and nothing after it.</summary>
/// <remarks>
/// 80 random bits, stored as a salted SHA-256: nobody searches 2^80 possibilities, so a slow hash would protect nothing
/// and make a batch of 10,000 postcards take a quarter of an hour.
/// </remarks>
public sealed record ProvisionalLogin(Guid PhysicianId, string Login, string Password, DateOnly ExpiresOn)
{
    /// <summary>How long a postcard is good for.</summary>
    public const int Days = 60;

    private const string Insert =
        """
        insert into credentials.provisional_login (physician_id, login, login_key, salt, secret_hash, expires_on)
        select physician_id, login, login_key, salt, secret_hash, expires_on from rows
        on conflict (physician_id) do update set
            login = excluded.login, login_key = excluded.login_key, salt = excluded.salt,
            secret_hash = excluded.secret_hash, expires_on = excluded.expires_on, used = false
        """;

    public static ProvisionalLogin For(Guid physician, DateOnly expiresOn) =>
        new(physician, RandomText.Groups(3), RandomText.Groups(4), expiresOn);

    public static Sql Store(IEnumerable<ProvisionalLogin> logins) => Sql.ForEach(Insert, logins.Select(Row));

    /// <summary>The hash of what was typed; hyphens, spaces and small letters make no difference.</summary>
    public static byte[] Hash(byte[] salt, string password) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(LoginName.KeyOf(password))]);

    private static Stored Row(ProvisionalLogin it)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(it.PhysicianId, it.Login, LoginName.KeyOf(it.Login), salt, Hash(salt, it.Password), it.ExpiresOn);
    }

    private sealed record Stored(
        Guid PhysicianId, string Login, string LoginKey, byte[] Salt, byte[] SecretHash, DateOnly ExpiresOn);
}
