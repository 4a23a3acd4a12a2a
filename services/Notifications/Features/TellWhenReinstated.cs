using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the holder that a title rests no longer.</summary>
public sealed class TellWhenReinstated(IEventStore store, TimeProvider clock) : IConsumer<CertificateReinstated>
{
    public Task Consume(ConsumeContext<CertificateReinstated> context)
    {
        var told = context.Message;

        return store.Schedule<TellWhenReinstated>(
            context,
            new()
            {
                Kind = NoticeKind.CertificateReinstated,
                Route = NoticeRoute.JmaToPhysician,
                Physician = new(told.PhysicianId),
                Association = Association.Jma,
                Subject = told.CertificateId,
                Scheme = Enum.Parse<Scheme>(told.Scheme),
                DueOn = clock.Today(),
                ScheduledOn = clock.Today(),
                Details = new() { HeldFrom = told.HeldFrom },
            },
            clock);
    }
}
