using Dapper;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Throws away, once an hour, what is over: sessions, mailed codes, what anybody can have written down without signing in.</summary>
public sealed class SweepCredentials(NpgsqlDataSource database, TimeProvider clock, ILogger<SweepCredentials> logger) : BackgroundService
{
    private const string Sweep =
        """
        delete from credentials.session where idle_until < @now - interval '1 day';
        delete from credentials.attempt where key like 'unknown:%' and blocked_until < @now - interval '2 days';
        delete from credentials.attempt where (key like 'recovery:%' or key like 'email-code:%') and blocked_until < @now - interval '1 day';
        delete from credentials.totp_offer where expires_at < @now;
        delete from credentials.passkey_challenge where expires_at < @now;
        delete from credentials.account_mail where expires_at < @now - interval '1 day';
        delete from mamis_commands where kind = 'start-recovery' and done_at < @now - interval '1 day';
        """;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await connection.ExecuteAsync(new CommandDefinition(Sweep, new { now = clock.GetUtcNow() }, cancellationToken: stoppingToken));
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "What is over stays until the next sweep");
            }
        }
    }
}
