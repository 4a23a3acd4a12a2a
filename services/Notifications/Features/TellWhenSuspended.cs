using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the holder that a title rests.</summary>
public sealed class TellWhenSuspended(IEventStore store, TimeProvider clock) : IConsumer<CertificateSuspended>
{
    public Task Consume(ConsumeContext<CertificateSuspended> context)
    {
        var told = context.Message;
        var title = new TitleNotice(told.CertificateId, told.PhysicianId, told.Scheme, clock.Today());

        return store.Schedule<TellWhenSuspended>(context, title.Of(NoticeKind.CertificateSuspended, new() { SuspendedFrom = told.From, SuspendedUntil = told.Until }), clock);
    }
}
