using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Counts attempts before they are judged, so that guesses sent side by side count too.</summary>
public sealed class Attempts(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Count =
        """
        insert into credentials.attempt as a (key, failures, blocked_until)
        values (@key, 1, @now + make_interval(secs => (@waits::int[])[2]))
        on conflict (key) do update
        set failures = least(a.failures + 1, @most), blocked_until = @now + make_interval(secs => (@waits::int[])[least(a.failures + 1, @most) + 1])
        where a.blocked_until <= @now
        returning true
        """;

    /// <summary>The key of something typed that belongs to nobody known, which must not stand in a table.</summary>
    public static string KeyOf(string what, string typed) => $"{what}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed)))}";

    /// <summary>Takes one attempt; false when the next one has to wait.</summary>
    /// <param name="key">Whose attempts are counted: an id or a hash, never what somebody typed.</param>
    public async Task<bool> Take(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool?>(new CommandDefinition(
            Count,
            new { key, now = clock.GetUtcNow(), waits = LoginThrottle.Seconds, most = LoginThrottle.Most },
            cancellationToken: cancellation)) ?? false;
    }

    /// <summary>The attempt was right: the count begins anew.</summary>
    public async Task Forget(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from credentials.attempt where key = @key", new { key }, cancellationToken: cancellation));
    }
}
