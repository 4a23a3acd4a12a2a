using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using MassTransit;

namespace Mamis.Notifications.Features;

/// <summary>What the notices of N5 need from the composition root: their tables, their work, their consumers.</summary>
public static class MoreNotices
{
    public static EventStoreBuilder WithMoreNotices(this EventStoreBuilder store) => store
        .Tables(PostedCredits.Tables)
        .Commands<AskForCredits>()
        .Commands<RemindOfReceipts>()
        .Commands<TellOfCredits>();

    public static void AddMoreNotices(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<KeepCreditWhenPosted>(InBatches);
        bus.AddConsumer<DropCreditWhenWithdrawn>(InBatches);
    }

    /// <summary>Leaves what is looked at once a day, whichever run of that day comes first.</summary>
    public static Changes LeaveDailyWork(this Changes changes, TimeProvider clock) => changes
        .Leave(RemindOfReceipts.For(clock.Today(), clock.GetUtcNow()))
        .Leave(TellOfCredits.For(clock.Today(), clock.GetUtcNow()));

    private static void InBatches<TConsumer>(IConsumerConfigurator<TConsumer> consumer)
        where TConsumer : class, IConsumer =>
        consumer.Options<BatchOptions>(options => options.SetMessageLimit(500).SetTimeLimit(TimeSpan.FromMilliseconds(100)));
}
