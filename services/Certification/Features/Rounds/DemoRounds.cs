using Mamis.Certification.Views.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;
using Npgsql;

namespace Mamis.Certification.Features.Rounds;

/// <summary>Loads the published calendars of some associations into an empty system, when the AppHost asks for demonstration data.</summary>
public sealed class DemoRounds(IEventStore store, NpgsqlDataSource database, IConfiguration configuration, ILogger<DemoRounds> logger) : BackgroundService
{
    private static readonly StaffId Nobody = new(DeterministicId.From("demo", "rounds"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Demo:Data", false) || await database.Find<bool>("select exists (select 1 from intake_round)", new { }, stoppingToken))
        {
            return;
        }

        var lines = DataFile.Rows("demo-rounds.csv").Index().Select(it => new CsvUpload.Line(it.Index + 1, CalendarFile.Header.Zip(it.Item).ToDictionary()));
        var plan = await RoundPlan.Make([.. lines.Select(RoundRow.From)], association: null, Nobody, store, stoppingToken);

        try
        {
            await store.Append(plan.Changes, stoppingToken);
        }
        catch (StreamVersionException e)
        {
            logger.LogInformation(e, "Another node loads the calendars of the demonstration");
        }
    }
}
