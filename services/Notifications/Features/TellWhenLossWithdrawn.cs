using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the holder that a title goes on.</summary>
public sealed class TellWhenLossWithdrawn(IEventStore store, TimeProvider clock) : IConsumer<CertificateLossWithdrawn>
{
    public Task Consume(ConsumeContext<CertificateLossWithdrawn> context)
    {
        var told = context.Message;
        var title = new TitleNotice(told.CertificateId, told.PhysicianId, told.Scheme, clock.Today());

        return store.Schedule<TellWhenLossWithdrawn>(context, title.Of(NoticeKind.CertificateLossWithdrawn, new()), clock);
    }
}
