using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features.Organisations;

/// <summary>Reminds desks of the cases they have to forward before their deadline in an intake round, and tells the desk above once it has passed.</summary>
/// <remarks>A desk without open cases is not in Certification's answer. As the other daily work it follows the real day.</remarks>
public sealed class WarnDesks(IEventStore store, CertificationClient certification, TimeProvider clock) : ICommandHandler
{
    public static string Kind => "warn-desks";

    public static int Lanes => 1;

    /// <summary>The work of a day, left by the first run of it.</summary>
    public static StoreCommand For(DateOnly today, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, today.ToString("O", CultureInfo.InvariantCulture)), Kind, new { }, due);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var today = clock.Today();
        DeskDeadline? after = null;

        while (await certification.DeskDeadlines(today, after, cancellation) is [.., var last] page)
        {
            await store.ScheduleAll(page.SelectMany(it => NoticesOf(it, today)).ToDictionary(it => it.Id, it => it.Content), clock, cancellation);
            after = last;
        }
    }

    /// <summary>What is due for a desk by that day: nothing, a reminder, or that it is overdue, which the desk above hears too.</summary>
    public static IEnumerable<(Guid Id, NoticeScheduled Content)> NoticesOf(DeskDeadline desk, DateOnly today)
    {
        if (desk.Open == 0 || DeskDeadlineRule.On(today).DueOn(desk.Deadline, today) is not { } step)
        {
            yield break;
        }

        if (step != DeskDeadlineRule.Overdue)
        {
            yield return Of(NoticeKind.DeskDeadline, desk.Association);
            yield break;
        }

        yield return Of(NoticeKind.DeskOverdue, desk.Association);

        if (DeskDeadlineRule.Above(desk.Association) is { } above)
        {
            yield return Of(NoticeKind.DeskBelowOverdue, above);
        }

        // The desk is part of the key: the one above hears of each of the desks below it.
        (Guid, NoticeScheduled) Of(NoticeKind kind, string receiver) =>
            (ScheduleNotice.IdOf(desk.RoundId, kind, $"{receiver} {desk.Association}", desk.Deadline, step), new()
            {
                Kind = kind,
                Route = NoticeRoute.ToOrganisation,
                Organisation = receiver,
                Association = Association.Jma,
                Subject = desk.RoundId,
                Scheme = Codes.Find<Scheme>(desk.Scheme),
                DueOn = desk.Deadline.AddDays(-step),
                ScheduledOn = today,
                Details = new() { Desk = new(desk.Association, desk.Deadline, desk.Open, desk.OldestSubmittedOn) },
            });
    }
}
