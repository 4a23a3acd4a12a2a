using Mamis.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Mamis.Identity.Credentials.Passkeys;

/// <summary>What an authenticator was asked to sign. It stays here, sealed, and serves once, for five minutes.</summary>
public sealed class PasskeyChallenges(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("passkey-challenge");

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Keeps it under a name. What is over goes in the same statement, so that asking without end fills no table.</summary>
    /// <param name="subject">Who registers a passkey; null for a login, which may be anybody's.</param>
    public async Task<Guid> Keep(string state, Guid? subject, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        await database.Do(
            """
            with over as (delete from credentials.passkey_challenge where expires_at <= @now)
            insert into credentials.passkey_challenge (id, subject, sealed, expires_at) values (@id, @subject, @sealed, @expiresAt)
            """,
            new { id, subject, @sealed = _seal.Protect(state), now = clock.GetUtcNow(), expiresAt = clock.GetUtcNow() + Lifetime },
            cancellation);

        return id;
    }

    /// <summary>Takes it away, right or wrong; null when it is too old, was used, or was another's.</summary>
    public async Task<string?> Take(Guid id, Guid? subject, CancellationToken cancellation) =>
        await database.Find<string>(
            "delete from credentials.passkey_challenge where id = @id and subject is not distinct from @subject and expires_at > @now returning sealed",
            new { id, subject, now = clock.GetUtcNow() },
            cancellation) is { } known
            ? _seal.Unprotect(known)
            : null;
}
