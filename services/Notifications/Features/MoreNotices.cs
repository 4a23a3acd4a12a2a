using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Features.Organisations;
using Mamis.Notifications.Features.Webhooks;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Features;

/// <summary>What the notices of N5 keep in the store of the service, and the work they leave.</summary>
public static class MoreNotices
{
    public static EventStoreBuilder WithMoreNotices(this EventStoreBuilder store) => store
        .Tables(PostedCredits.Tables)
        .Commands<AskForCredits>()
        .Commands<RemindOfReceipts>()
        .Commands<TellOfCredits>()
        .WithOrganisations();

    /// <summary>Leaves what is looked at once a day, whichever run of that day comes first.</summary>
    public static Changes LeaveDailyWork(this Changes changes, TimeProvider clock) => changes
        .Leave(RemindOfReceipts.For(clock.Today(), clock.GetUtcNow()))
        .Leave(TellOfCredits.For(clock.Today(), clock.GetUtcNow()))
        .Leave(RemindOrganizers.For(clock.Today(), clock.GetUtcNow()))
        .Leave(WarnDesks.For(clock.Today(), clock.GetUtcNow()))
        .Leave(TidyWebhooks.For(clock.Today(), clock.GetUtcNow()));
}
