using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Flags;
using Mamis.TrainingCredits.Views.Flags;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Flags: what they keep, who raises them, and their routes.</summary>
public static class FlagRoutes
{
    /// <summary>Whoever looks after trainings; after which, the prefectures of a flag's trainings say.</summary>
    private static readonly string[] Desks = [Roles.PrefectureStaff, Roles.JmaStaff];

    public static EventStoreBuilder AddFlags(this EventStoreBuilder store) => store
        .Stream<CreditFlag>(typeof(TwoPlacesFlagged), typeof(UnitsFlagged), typeof(DesignationFlagged), typeof(ListFlagged), typeof(FlagSettled))
        .View<PostedLists>()
        .View<CreditFlags>()
        .Tables(FlagRemarks.Tables);

    public static void AddFlags(this WebApplicationBuilder builder) => builder.Services.AddHostedService<WatchCredits>();

    public static void MapFlags(this WebApplication app)
    {
        app.MapGet("/flags", FlagList.Get).For(Desks);
        app.MapGet("/flags/{id:guid}", FlagPage.Get).For(Desks);
        app.MapPost("/flags/{id:guid}/settlement", SettleFlag.Handle).For(Desks);
    }
}
