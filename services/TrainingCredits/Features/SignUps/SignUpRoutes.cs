using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views.SignUps;

namespace Mamis.TrainingCredits.Features.SignUps;

/// <summary>Signing up for sessions: what it keeps, and its routes.</summary>
public static class SignUpRoutes
{
    public static EventStoreBuilder AddSignUps(this EventStoreBuilder store) => store
        .Stream<SessionPlaces>(typeof(PlaceTaken), typeof(PlaceAwaited), typeof(PlaceGivenUp))
        .View<SignUpRows>();

    public static void MapSignUps(this WebApplication app)
    {
        app.MapPut("/trainings/{id:guid}/sessions/{number:int}/sign-ups/me", SignUp.Handle).For(Roles.Physician);
        app.MapDelete("/trainings/{id:guid}/sessions/{number:int}/sign-ups/me", CancelSignUp.Handle).For(Roles.Physician);
        app.MapGet("/sign-ups/me", SignUpsOfMine.Get).For(Roles.Physician);
        app.MapGet("/trainings/{id:guid}/sign-ups", SignUpsOfTraining.Get).For(Roles.Organizer);
        app.MapGet("/trainings/{id:guid}/sign-ups/list", SignUpsOfTraining.List).For(Roles.Organizer);
    }
}
