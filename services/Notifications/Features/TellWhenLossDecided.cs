using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>Tells the holder from which day on a title is lost, given up or by decision (rule X8).</summary>
public sealed class TellWhenLossDecided(IEventStore store, TimeProvider clock) : IConsumer<CertificateLossDecided>
{
    public Task Consume(ConsumeContext<CertificateLossDecided> context)
    {
        var told = context.Message;
        var kind = told.Reason == "resigned" ? NoticeKind.CertificateResigned : NoticeKind.CertificateStruckOff;
        var title = new TitleNotice(told.CertificateId, told.PhysicianId, told.Scheme, clock.Today());

        return store.Schedule<TellWhenLossDecided>(context, title.Of(kind, new() { LostFrom = told.From }), clock);
    }
}
