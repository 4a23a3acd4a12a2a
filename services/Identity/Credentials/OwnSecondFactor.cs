using Mamis.EventStore;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Somebody's authenticator app: offered first, on once a code of it was entered, off with password and code.</summary>
public sealed class OwnSecondFactor(NpgsqlDataSource database, TotpCodes codes, TimeProvider clock)
{
    /// <summary>How long an offer waits for its first code.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>An offer whose code was right.</summary>
    public sealed record Proven(string SealedSecret, long Step);

    /// <summary>A new secret, this once in clear; an older offer serves no longer.</summary>
    public async Task<string> Offer(Guid subject, CancellationToken cancellation)
    {
        var secret = TotpCodes.NewSecret();
        await database.Do(
            """
            insert into credentials.totp_offer (subject, sealed, expires_at) values (@subject, @sealed, @expiresAt)
            on conflict (subject) do update set sealed = excluded.sealed, expires_at = excluded.expires_at
            """,
            new { subject, @sealed = codes.Seal(secret), expiresAt = clock.GetUtcNow() + Lifetime },
            cancellation);

        return secret;
    }

    /// <summary>Null when the code is not the offer's of this moment, or there is no offer.</summary>
    public async Task<Proven?> Prove(Guid subject, string code, CancellationToken cancellation) =>
        await database.Find<string>(
            "select sealed from credentials.totp_offer where subject = @subject and expires_at > @now",
            new { subject, now = clock.GetUtcNow() },
            cancellation) is { } secret && codes.StepOf(secret, code) is { } step
            ? new(secret, step)
            : null;

    /// <summary>From now on every login by password asks for a code; sessions begun without one end, but for the one that asks.</summary>
    public static Sql SwitchingOn(Guid subject, Proven proven, Guid keptSession) => Sql.For(
        """
        with taken as (delete from credentials.totp_offer o using rows r where o.subject = r.subject),
        changed as (
            update credentials.login l
            set totp_secret = r.secret, totp_step = r.step, two_factor_enabled = true, security_stamp = r.stamp, concurrency_stamp = r.stamp
            from rows r where l.id = r.subject returning l.id, r.kept_session)
        delete from credentials.session s using changed c where s.subject = c.id and s.sid <> c.kept_session
        """,
        new { Subject = subject, Secret = proven.SealedSecret, proven.Step, KeptSession = keptSession, Stamp = Guid.CreateVersion7().ToString() });

    /// <summary>The recovery codes go with it, and so do all other sessions.</summary>
    public static Sql SwitchingOff(Guid subject, Guid keptSession) => Sql.For(
        """
        with codes as (delete from credentials.recovery_code c using rows r where c.subject = r.subject),
        changed as (
            update credentials.login l
            set totp_secret = null, two_factor_enabled = false, security_stamp = r.stamp, concurrency_stamp = r.stamp
            from rows r where l.id = r.subject returning l.id, r.kept_session)
        delete from credentials.session s using changed c where s.subject = c.id and s.sid <> c.kept_session
        """,
        new { Subject = subject, KeptSession = keptSession, Stamp = Guid.CreateVersion7().ToString() });
}
