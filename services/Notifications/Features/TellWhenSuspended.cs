using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the holder that a title rests; the reason stays in the my-page.</summary>
public sealed class TellWhenSuspended(IEventStore store, TimeProvider clock) : IConsumer<CertificateSuspended>
{
    public Task Consume(ConsumeContext<CertificateSuspended> context)
    {
        var told = context.Message;

        return store.Schedule<TellWhenSuspended>(
            context,
            new()
            {
                Kind = NoticeKind.CertificateSuspended,
                Route = NoticeRoute.JmaToPhysician,
                Physician = new(told.PhysicianId),
                Association = Association.Jma,
                Subject = told.CertificateId,
                Scheme = Enum.Parse<Scheme>(told.Scheme),
                DueOn = clock.Today(),
                ScheduledOn = clock.Today(),
                Details = new() { SuspendedFrom = told.From, SuspendedUntil = told.Until },
            },
            clock);
    }
}
