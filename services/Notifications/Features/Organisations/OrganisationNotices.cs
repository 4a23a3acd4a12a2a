using Mamis.EventStore;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views.Organisations;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Organisations;

/// <summary>Notices to associations and organizers: the work they leave, whom they ask, and where their staff reads them.</summary>
public static class OrganisationNotices
{
    public static EventStoreBuilder WithOrganisations(this EventStoreBuilder store) => store
        .Commands<TellOrganisations>()
        .Commands<RemindOrganizers>()
        .Commands<WarnDesks>();

    public static void AddOrganisations(this WebApplicationBuilder builder)
    {
        builder.AddInternalClient<StaffClient>("notifications", "identity");
        builder.AddInternalClient<TrainingCreditsClient>("notifications", "training-credits");
    }

    public static void MapOrganisations(this WebApplication app)
    {
        app.MapGet("/organisation-notices", OrganisationInbox.Get).For(OrganisationInbox.Readers);
        app.MapGet("/organisation-notices/{id:guid}", OrganisationNotice.Get).For(OrganisationInbox.Readers);
    }
}
