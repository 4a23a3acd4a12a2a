using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the physician what became of an application (N3, N5); the message's own id makes it one notice.</summary>
public static class ScheduleApplicationNotice
{
    public static async Task Schedule<TConsumer>(
        this IEventStore store, ConsumeContext context, NoticeScheduled content, TimeProvider clock)
        where TConsumer : class, IConsumer
    {
        var message = context.MessageId ?? throw new InvalidOperationException("A message without id.");
        var id = ScheduleNotice.IdOf(content.Subject, content.Kind, message);

        await store
            .DecideAsync<Notice>(
                id,
                it => ScheduleNotice.Decide(it, new(content)),
                changes => changes.Handled<TConsumer>(context).LeaveDelivery(id, content.Route, clock),
                context.CancellationToken)
            .OrThrow();
    }
}

/// <summary>The desk that sent it back speaks; the reasons stay in the my-page.</summary>
public sealed class TellWhenReturned(IEventStore store, TimeProvider clock) : IConsumer<ApplicationReturned>
{
    public Task Consume(ConsumeContext<ApplicationReturned> context) => store.Schedule<TellWhenReturned>(
        context,
        new()
        {
            Kind = NoticeKind.ApplicationReturned,
            Route = NoticeRoute.DeskToPhysician,
            Physician = new(context.Message.PhysicianId),
            Association = context.Message.Desk,
            Subject = context.Message.ApplicationId,
            DueOn = clock.Today(),
            ScheduledOn = clock.Today(),
        },
        clock);
}

/// <summary>The JMA speaks, which grants every certificate.</summary>
public sealed class TellWhenGranted(IEventStore store, TimeProvider clock) : IConsumer<ApplicationGranted>
{
    public Task Consume(ConsumeContext<ApplicationGranted> context) => store.Schedule<TellWhenGranted>(
        context,
        new()
        {
            Kind = NoticeKind.ApplicationGranted,
            Route = NoticeRoute.JmaToPhysician,
            Physician = new(context.Message.PhysicianId),
            Association = Association.Jma,
            Subject = context.Message.ApplicationId,
            Scheme = Enum.Parse<Scheme>(context.Message.Scheme),
            DueOn = clock.Today(),
            ScheduledOn = clock.Today(),
        },
        clock);
}
