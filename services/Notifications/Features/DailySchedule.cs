using System.Globalization;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Npgsql;
using Quartz;

namespace Mamis.Notifications.Features;

/// <summary>Runs the renewals every morning, after a start, and half past every hour what a fault has left undone.</summary>
/// <remarks>Every node has the same clockwork in memory; which day is owed stands in the database, and one node at a time looks.</remarks>
public static class DailySchedule
{
    /// <summary>Off where a scheduler outside calls the runs instead.</summary>
    private const string Switch = "Renewals:Schedule";

    private static readonly JobKey Renewals = new("renewals");

    public static void AddDailySchedule(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScheduleRenewalNotices>();
        builder.Services.AddScoped<ResumeDeliveries>();
        builder.Services.AddScoped<ResumeWithheld>();
        builder.Services.AddScoped<RunRenewalDay>();
        builder.Services.AddScoped<CatchUpRenewals>();

        if (builder.Configuration.GetValue(Switch, true))
        {
            builder.Services.AddQuartz(Describe);
            builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        }
    }

    private static void Describe(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        quartz.AddJob<RunOwedDays>(job => job.WithIdentity(Renewals).StoreDurably().DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(Renewals).WithIdentity("daily").WithSchedule(EveryMorning()));
        quartz.AddTrigger(trigger => trigger.ForJob(Renewals).WithIdentity("left-undone").WithCronSchedule("0 30 * * * ?"));
        quartz.RunAtStartup(Renewals);
    }

    private static CronScheduleBuilder EveryMorning()
    {
        var at = RenewalSchedule.On(TimeProvider.System.Today()).At;
        return CronScheduleBuilder.Create(at.ToString("'0 'm' 'H' * * ?'", CultureInfo.InvariantCulture)).InTimeZone(BusinessCalendar.Zone);
    }

    private sealed class RunOwedDays(CatchUpRenewals renewals, ILogger<RunOwedDays> logger) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await renewals.Run(cancellationToken);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "The renewal run is put off to the next look");
            }
        }
    }
}
