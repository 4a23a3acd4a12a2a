using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Views.Door;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>The door of a session: what it keeps, and its routes (G5).</summary>
public static class DoorRoutes
{
    private const string Door = "/trainings/{id:guid}/sessions/{number:int}/door";

    public static EventStoreBuilder AddDoors(this EventStoreBuilder store) => store
        .Stream<SessionDoor>(typeof(DoorOpened), typeof(DoorClosed))
        .Stream<Guest>(typeof(CheckedIn), typeof(StayCorrected))
        .View<DoorIndex>()
        .Tables(GuestReasons.Tables);

    public static void MapDoors(this WebApplication app)
    {
        app.MapGet(Door, DoorPage.Get).For(Roles.Organizer);
        app.MapPut(Door, OpenDoor.Handle).For(Roles.Organizer);
        app.MapDelete(Door, CloseDoor.Handle).For(Roles.Organizer);
        app.MapGet(Door + "/code", CodeOnWall.Get).For(Roles.Organizer);
        app.MapPost(Door + "/check-ins", RecordCheckIns.Handle).For(Roles.Organizer);
        app.MapPost(Door + "/guests/{physicianId:guid}/correction", CorrectStay.Handle).For(Roles.Organizer);
        app.MapPost(Door + "/attendance", HandInDoor.Handle).For(Roles.Organizer);

        app.MapPost("/check-ins/me", CheckMeIn.Handle).For(Roles.Physician);
        app.MapGet("/check-ins/me", StaysOfMine.Get).For(Roles.Physician);
        app.MapGet("/check-ins/me/pass", PassOfMine.Get).For(Roles.Physician);
    }
}
