using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Every consumer that keeps a copy of what others own.</summary>
public static class CopyConsumers
{
    public static void AddCopies(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CopyStanding>();
        bus.AddConsumer<CopyMyPage>();
        bus.AddConsumer<CopyRegistration>();
        bus.AddConsumer<CopyCredits>(CopyCredits.InBatches);
        bus.AddConsumer<CopyWithdrawals>();
        bus.AddConsumer<CopyPaperVerdict>();
        bus.AddConsumer<CopyCreditSets>();
    }
}
