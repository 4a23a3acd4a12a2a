using Mamis.EventStore;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Credentials.Passkeys;

/// <summary>The passkeys of one person. The framework reads and checks them; what changes is written here, in the transaction that also tells the owner.</summary>
public sealed class OwnPasskeys(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>More than anybody has devices.</summary>
    public const int Most = 10;

    /// <summary>One passkey as its owner sees it.</summary>
    public sealed record Listed(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

    public Task<IReadOnlyList<Listed>> Of(Guid subject, CancellationToken cancellation) => database.List<Listed>(
        "select id, name, created_at, used_at from credentials.passkey where user_id = @subject order by created_at, id", new { subject }, cancellation);

    /// <summary>Two registrations at the same moment may make eleven; the twelfth is refused.</summary>
    public Task<int> Count(Guid subject, CancellationToken cancellation) => database.Find<int>(
        "select count(*)::int from credentials.passkey where user_id = @subject", new { subject }, cancellation);

    public Sql Adding(Guid subject, Guid id, string name, UserPasskeyInfo passkey) => Sql.For(
        """
        insert into credentials.passkey (credential_id, id, user_id, name, public_key, sign_count, transports, is_user_verified,
            is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at)
        select credential_id, id, subject, name, public_key, sign_count, array(select jsonb_array_elements_text(transports)), is_user_verified,
            is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at from rows
        """,
        new
        {
            Subject = subject,
            Id = id,
            Name = name,
            passkey.CredentialId,
            passkey.PublicKey,
            SignCount = (long)passkey.SignCount,
            Transports = passkey.Transports ?? [],
            passkey.IsUserVerified,
            passkey.IsBackupEligible,
            passkey.IsBackedUp,
            passkey.AttestationObject,
            passkey.ClientDataJson,
            CreatedAt = clock.GetUtcNow(),
        });

    /// <summary>False when there is none of this name to the person.</summary>
    public async Task<bool> Rename(Guid subject, Guid id, string name, CancellationToken cancellation) => await database.Find<Guid?>(
        "update credentials.passkey set name = @name where user_id = @subject and id = @id returning id", new { subject, id, name }, cancellation) is not null;

    public Task<bool> Has(Guid subject, Guid id, CancellationToken cancellation) => database.Find<bool>(
        "select exists (select 1 from credentials.passkey where user_id = @subject and id = @id)", new { subject, id }, cancellation);

    /// <summary>Takes it away, and ends all sessions but the one that asks: whoever has the lost device is out.</summary>
    public static Sql Removing(Guid subject, Guid id, Guid keptSession) => Sql.For(
        """
        with removed as (
            delete from credentials.passkey p using rows r where p.user_id = r.subject and p.id = r.id returning p.user_id, r.kept_session)
        delete from credentials.session s using removed d where s.subject = d.user_id and s.sid <> d.kept_session
        """,
        new { Subject = subject, Id = id, KeptSession = keptSession });

    /// <summary>Notes the use. False when the counter went on meanwhile: two answered with the same count, so one of them is a copy.</summary>
    public async Task<bool> Use(UserPasskeyInfo passkey, CancellationToken cancellation) => await database.Find<Guid?>(
        """
        update credentials.passkey set sign_count = @count, is_backed_up = @isBackedUp, used_at = @now
        where credential_id = @credentialId and (sign_count < @count or @count = 0)
        returning id
        """,
        new { passkey.CredentialId, count = (long)passkey.SignCount, passkey.IsBackedUp, now = clock.GetUtcNow() },
        cancellation) is not null;
}
