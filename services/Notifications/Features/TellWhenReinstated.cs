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
        var title = new TitleNotice(told.CertificateId, told.PhysicianId, told.Scheme, clock.Today());

        return store.Schedule<TellWhenReinstated>(context, title.Of(NoticeKind.CertificateReinstated, new() { HeldFrom = told.HeldFrom }), clock);
    }
}
