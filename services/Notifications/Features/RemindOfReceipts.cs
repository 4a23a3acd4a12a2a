using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features;

/// <summary>Reminds applicants whose application lies at the first desk without fee or handbook: after some days, and once more after some more.</summary>
/// <remarks>Who paid, was decided on or withdrew is not in Certification's answer. A run for a day to come reminds nobody: the days have to pass.</remarks>
public sealed class RemindOfReceipts(IEventStore store, CertificationClient certification, TimeProvider clock) : ICommandHandler
{
    public static string Kind => "remind-of-receipts";

    public static int Lanes => 1;

    /// <summary>The work of a day, left by the first run of it.</summary>
    public static StoreCommand For(DateOnly today, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, today.ToString("O", CultureInfo.InvariantCulture)), Kind, new { }, due);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var today = clock.Today();
        var rule = ReceiptReminderRule.On(today);
        Guid? after = null;

        while (await certification.AwaitedReceipts(rule.LatestSince(today), after, cancellation) is [.., { ApplicationId: var last }] page)
        {
            await Remind(page, rule, today, cancellation);
            after = last;
        }
    }

    private async Task Remind(IReadOnlyList<WaitingApplication> page, ReceiptReminderRule rule, DateOnly today, CancellationToken cancellation)
    {
        var reminders = page.Select(it => ContentOf(it, rule, today)).OfType<(Guid Id, NoticeScheduled Content)>();
        await store.ScheduleAll(reminders.ToDictionary(it => it.Id, it => it.Content), clock, cancellation);
    }

    private static (Guid Id, NoticeScheduled Content)? ContentOf(WaitingApplication it, ReceiptReminderRule rule, DateOnly today) =>
        rule.DueAfter(it.Since, today) is { } days
            ? (ScheduleNotice.IdOf(it.ApplicationId, NoticeKind.ReceiptsAwaited, days), new()
            {
                Kind = NoticeKind.ReceiptsAwaited,
                Route = NoticeRoute.DeskToPhysician,
                Physician = new(it.PhysicianId),
                Association = it.Desk,
                Subject = it.ApplicationId,
                Scheme = Codes.Find<Scheme>(it.Scheme),
                DueOn = it.Since.AddDays(days),
                ScheduledOn = today,
                Details = new() { Awaited = [.. it.Fee ? [Receipt.Fee] : (Receipt[])[], .. it.Original ? [Receipt.Original] : (Receipt[])[]] },
            })
            : null;
}
