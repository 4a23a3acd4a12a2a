using Dapper;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features;

/// <summary>Repeats the question when the ledger is silent too long, so that no application waits for ever.</summary>
public static class AskLedgerAgain
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Decision Decide(Application application) => application.Status is ApplicationStatus.AwaitingCredits
        ? Decision.Append(new CreditsRequestedAgain(application.Applicant, application.Round, application.Entries))
        : Decision.Nothing;
}

/// <summary>Looks for silence; two nodes asking at once is harmless, since the ledger decides the same twice.</summary>
public sealed class AskLedgerAgainSweep(
    IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<AskLedgerAgainSweep> logger) : BackgroundService
{
    private const string Silent = "select id from application_case where status = 'AwaitingCredits' and changed_at < @Before";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(AskLedgerAgain.Patience, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or StreamVersionException)
            {
                logger.LogWarning(e, "Asking the ledger again is put off to the next round");
            }
        }
    }

    public async Task Sweep(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var before = clock.GetUtcNow() - AskLedgerAgain.Patience;

        foreach (var id in await connection.QueryAsync<Guid>(new CommandDefinition(Silent, new { Before = before }, cancellationToken: cancellation)))
        {
            await store.DecideAsync<Application>(id, AskLedgerAgain.Decide, cancellation);
        }
    }
}
