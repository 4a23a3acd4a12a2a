using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Fees;

/// <summary>Deletes the payers' names and words, and the clerks' words on them, once they need not be kept any more; what happened stays without them.</summary>
public sealed class BankLineRetention(NpgsqlDataSource database, TimeProvider clock, ILogger<BankLineRetention> logger) : BackgroundService
{
    private const string Delete =
        """
        with gone as (delete from bank_line_text where value_day < @keptFrom returning line_id)
        delete from fee_remark r using gone where r.about_id = gone.line_id
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    /// <summary>Two nodes at once do no harm: what one deleted, the other does not find.</summary>
    public Task Sweep(CancellationToken cancellation) =>
        database.Do(Delete, new { keptFrom = BankLineRules.KeptFrom(clock.Today()) }, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "The deletion of old bank lines is put off to the next look");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
