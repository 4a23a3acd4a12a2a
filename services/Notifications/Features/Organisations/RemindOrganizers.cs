using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features.Organisations;

/// <summary>Reminds organizers of lists that have not come, and tells the prefecture's desk once one is overdue (P5).</summary>
/// <remarks>A training that was reported or cancelled is not in TrainingCredits' answer. As the other daily work it follows the real day.</remarks>
public sealed class RemindOrganizers(IEventStore store, TrainingCreditsClient trainings, TimeProvider clock) : ICommandHandler
{
    public static string Kind => "remind-organizers";

    public static int Lanes => 1;

    /// <summary>The work of a day, left by the first run of it.</summary>
    public static StoreCommand For(DateOnly today, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, today.ToString("O", CultureInfo.InvariantCulture)), Kind, new { }, due);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var today = clock.Today();
        Guid? after = null;

        while (await trainings.Unreported(today, after, cancellation) is [.., { TrainingId: var last }] page)
        {
            await store.ScheduleAll(page.SelectMany(it => NoticesOf(it, today)).ToDictionary(it => it.Id, it => it.Content), clock, cancellation);
            after = last;
        }
    }

    /// <summary>What is due of a training by that day: nothing, a reminder, or that it is overdue, which the prefecture hears too.</summary>
    public static IEnumerable<(Guid Id, NoticeScheduled Content)> NoticesOf(UnreportedTraining training, DateOnly today)
    {
        var rule = OrganizerReminderRule.On(today);

        if (rule.DueAfter(training.LastDay, today) is not { } step)
        {
            yield break;
        }

        if (step < rule.Overdue)
        {
            yield return Of(NoticeKind.AttendanceAwaited, training.Organizer, training.Prefecture);
            yield break;
        }

        yield return Of(NoticeKind.AttendanceOverdue, training.Organizer, training.Prefecture);
        yield return Of(NoticeKind.OrganizerOverdue, training.Prefecture, Association.Jma);

        (Guid, NoticeScheduled) Of(NoticeKind kind, string receiver, string sender) =>
            (ScheduleNotice.IdOf(training.TrainingId, kind, receiver, training.LastDay, step), new()
            {
                Kind = kind,
                Route = NoticeRoute.ToOrganisation,
                Organisation = receiver,
                Association = sender,
                Subject = training.TrainingId,
                DueOn = training.LastDay.AddDays(step),
                ScheduledOn = today,
                Details = new() { Training = new(training.Title, training.Organizer, training.LastDay, today.DayNumber - training.LastDay.DayNumber) },
            });
    }
}
