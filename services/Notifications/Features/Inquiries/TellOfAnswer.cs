using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>Tells the physician by mail that an answer waits in the my-page, and nothing of what it says; once for each answer.</summary>
public sealed class TellOfAnswer(IEventStore store, TimeProvider clock) : ICommandHandler
{
    public static string Kind => "tell-of-answer";

    /// <summary>The work an answer leaves behind.</summary>
    public sealed record Payload(Guid Inquiry, Guid Text);

    public static StoreCommand For(Guid inquiry, Guid text, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, inquiry, text), Kind, new Payload(inquiry, text), due);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var (inquiry, text) = command.Payload<Payload>();

        if ((await store.Load<Inquiry>(inquiry, cancellation)).State is not { Physician: { } physician, Desk: var desk })
        {
            return;
        }

        var id = ScheduleNotice.IdOf(inquiry, NoticeKind.InquiryAnswered, text);
        var content = new NoticeScheduled
        {
            Kind = NoticeKind.InquiryAnswered,
            Route = NoticeRoute.DeskToPhysician,
            Physician = physician,
            Association = desk,
            Subject = inquiry,
            DueOn = clock.Today(),
            ScheduledOn = clock.Today(),
        };

        await store.DecideAsync<Notice>(
            id, it => ScheduleNotice.Decide(it, new(content)), changes => changes.LeaveDelivery(id, content.Route, clock), cancellation);
    }
}
