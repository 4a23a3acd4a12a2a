using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Runs the renewals of one day, whoever asks for it: schedules what is due, takes up what is still open, and keeps on record that it was done.</summary>
public sealed class RunRenewalDay(
    ScheduleRenewalNotices schedule, ResumeWithheld withheld, ResumeDeliveries resume, IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<RunRenewals.Answer> On(DateOnly asOf, Starter starter, CancellationToken cancellation)
    {
        var run = await RenewalRuns.Begin(asOf, starter, database, clock, cancellation);
        var created = await schedule.On(asOf, cancellation);
        await withheld.On(asOf, cancellation);
        await resume.Run(cancellation);
        await store.Append(new Changes().LeaveDailyWork(clock), cancellation);
        var answer = AnswerTo(asOf, created, await DueNotice.Count(asOf, database, cancellation));
        await RenewalRuns.End(run, (answer.Created, answer.Existing), database, clock, cancellation);

        return answer;
    }

    private static RunRenewals.Answer AnswerTo(
        DateOnly asOf, IReadOnlyDictionary<NoticeKind, int> created, IReadOnlyDictionary<NoticeKind, int> all)
    {
        var counts = all.Keys.Union(created.Keys).Order().ToDictionary(
            kind => kind,
            kind => new RunRenewals.Counts(created.GetValueOrDefault(kind), Math.Max(0, all.GetValueOrDefault(kind) - created.GetValueOrDefault(kind))));

        return new(asOf, counts.Values.Sum(it => it.Created), counts.Values.Sum(it => it.Existing), counts);
    }
}
