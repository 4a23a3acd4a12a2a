using Mamis.EventStore;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Somebody's own password.</summary>
public sealed class OwnPassword(NpgsqlDataSource database, IPasswordHasher<Login> hasher)
{
    /// <summary>The account as far as its owner's password depends on it.</summary>
    public sealed record Account(string UserName, string? Email, bool EmailConfirmed, bool SecondFactor);

    public Task<Account?> AccountOf(Guid subject, CancellationToken cancellation) => database.Find<Account>(
        "select user_name, email, email_confirmed, totp_secret is not null as second_factor from credentials.login where id = @subject",
        new { subject },
        cancellation);

    /// <summary>Sets it and ends all other sessions in the same moment: whoever knew the old one is out.</summary>
    /// <param name="keptSession">The one that goes on; none after a recovery.</param>
    public Sql Setting(Guid subject, string password, Guid? keptSession = null) => Sql.For(
        """
        with changed as (
            update credentials.login l set password_hash = r.hash, security_stamp = r.stamp, concurrency_stamp = r.stamp
            from rows r where l.id = r.subject returning l.id, r.kept_session)
        delete from credentials.session s using changed c where s.subject = c.id and s.sid is distinct from c.kept_session
        """,
        new { Subject = subject, KeptSession = keptSession, Hash = hasher.HashPassword(new Login(), password), Stamp = Guid.CreateVersion7().ToString() });
}
