using Mamis.EventStore;
using Mamis.Notifications.Domain.Leads;
using Mamis.Notifications.Views.Leads;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Leads;

/// <summary>Lead times of the associations: their streams, view and routes.</summary>
public static class LeadTimeRoutes
{
    public static EventStoreBuilder WithLeadTimes(this EventStoreBuilder store) => store
        .Stream<LeadTimes>(typeof(LeadTimeSet))
        .View<OwnLeads>();

    public static void MapLeadTimes(this WebApplication app)
    {
        app.MapGet("/lead-times", LeadTimeList.Get).ForStaff();
        app.MapPost("/lead-times", SetLeadTime.Handle).ForStaff();
    }
}
