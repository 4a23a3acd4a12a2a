using Mamis.EventStore;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>The password of somebody who is signed in.</summary>
public sealed class OwnPassword(NpgsqlDataSource database, IPasswordHasher<Login> hasher)
{
    /// <summary>The account as far as its owner's password depends on it.</summary>
    public sealed record Account(string UserName, string? Email, bool SecondFactor);

    public Task<Account?> AccountOf(Guid subject, CancellationToken cancellation) => database.Find<Account>(
        "select user_name, email, totp_secret is not null as second_factor from credentials.login where id = @subject",
        new { subject },
        cancellation);

    /// <summary>Sets it and ends all other sessions in the same moment: whoever knew the old one is out.</summary>
    public Task Set(Guid subject, string password, Guid keptSession, CancellationToken cancellation) => database.Do(
        """
        with changed as (
            update credentials.login set password_hash = @hash, security_stamp = @stamp, concurrency_stamp = @stamp
            where id = @subject returning id)
        delete from credentials.session s using changed c where s.subject = c.id and s.sid <> @keptSession
        """,
        new { subject, keptSession, hash = hasher.HashPassword(new Login(), password), stamp = Guid.CreateVersion7().ToString() },
        cancellation);
}
