using Mamis.Notifications.Features;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.Notifications.Views;
using MassTransit;

namespace Mamis.Notifications.Messaging;

/// <summary>Everything this service listens to: what it keeps copies of, and what it tells at once.</summary>
public static class Consumers
{
    public static void AddListeners(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<KeepTermWhenBegan>(InBatches);
        bus.AddConsumer<KeepStandingWhenChanged>(InBatches);
        bus.AddConsumer<KeepContactWhenKnown>(InBatches);
        bus.AddConsumer<KeepMyPageWhenActivated>(InBatches);
        bus.AddConsumer<EndTermWhenEnded>(InBatches);
        bus.AddConsumer<KeepApplicationWhenSubmitted>(InBatches);
        bus.AddConsumer<WithholdWhenApplied>(InBatches);
        bus.AddConsumer<ResumeWhenStopped>();
        bus.AddConsumer<KeepCreditWhenPosted>(InBatches);
        bus.AddConsumer<DropCreditWhenWithdrawn>(InBatches);
        bus.AddConsumer<TellWhenReturned>();
        bus.AddConsumer<TellWhenGranted>();
        bus.AddConsumer<TellWhenSuspended>();
        bus.AddConsumer<TellWhenReinstated>();
        bus.AddConsumer<TellWhenLossDecided>();
        bus.AddConsumer<TellWhenLossWithdrawn>();
        bus.AddConsumer<TellOfClaims>();
        bus.AddConsumer<MailWhenRequested>();
        bus.AddConsumer<SendWhenDecided>();
        bus.AddConsumer<SendWhenTermBegan>(InBatches);
        bus.AddConsumer<SendWhenEnded>(InBatches);
        bus.AddConsumer<SendWhenPosted>(InBatches);
        bus.AddConsumer<SendWhenWithdrawn>(InBatches);
    }

    /// <summary>A few hundred at a time or what a moment brings: an import tells of every physician at once, a list of thousands of credits.</summary>
    private static void InBatches<TConsumer>(IConsumerConfigurator<TConsumer> consumer)
        where TConsumer : class, IConsumer =>
        consumer.Options<BatchOptions>(options => options.SetMessageLimit(500).SetTimeLimit(TimeSpan.FromMilliseconds(100)));
}
