using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features;

/// <summary>The routes of a training from its draft to its designation or its end (domain.md 4.4, steps 1 to 3).</summary>
public static class PlanningRoutes
{
    public static void MapPlanning(this WebApplication app)
    {
        app.MapGet("/trainings", TrainingList.Get).ForEveryone();
        app.MapGet("/trainings/{id:guid}", TrainingPage.Get).ForEveryone();
        app.MapGet("/trainings/{id:guid}/history", TrainingHistory.Get).For(TrainingHistory.Readers);
        app.MapPost("/trainings", DraftTraining.Handle).For(Roles.Organizer).Idempotent();
        app.MapPut("/trainings/{id:guid}", ReviseTraining.Handle).For(Roles.Organizer);
        app.MapPost("/trainings/{id:guid}/request", RequestTraining.Handle).For(Roles.Organizer);
        app.MapPost("/trainings/{id:guid}/return", ReturnTraining.Handle).For(Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/trainings/{id:guid}/approval", ApproveTraining.Handle).For(Roles.PrefectureStaff);
        app.MapPost("/trainings/{id:guid}/designation", DesignateTraining.Handle).For(Roles.JmaStaff);
        app.MapPost("/trainings/{id:guid}/cancellation", CancelTraining.Handle).For(Roles.Organizer);
    }
}
