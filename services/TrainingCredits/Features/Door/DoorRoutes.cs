using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Views.Door;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>The door of a session: what it keeps, and its routes (G5).</summary>
public static class DoorRoutes
{
    public static EventStoreBuilder AddDoors(this EventStoreBuilder store) => store
        .Stream<SessionDoor>(typeof(DoorOpened), typeof(DoorClosed))
        .Stream<Guest>(typeof(CheckedIn), typeof(StayCorrected))
        .View<DoorIndex>()
        .Tables(GuestReasons.Tables);

    public static void MapDoors(this WebApplication app)
    {
        var door = app.MapGroup("/trainings/{id:guid}/sessions/{number:int}/door");
        door.MapGet(string.Empty, DoorPage.Get).For(Roles.Organizer);
        door.MapPut(string.Empty, OpenDoor.Handle).For(Roles.Organizer);
        door.MapDelete(string.Empty, CloseDoor.Handle).For(Roles.Organizer);
        door.MapGet("/code", CodeOnWall.Get).For(Roles.Organizer);
        door.MapPost("/check-ins", RecordCheckIns.Handle).For(Roles.Organizer);
        door.MapPost("/guests/{physicianId:guid}/correction", CorrectStay.Handle).For(Roles.Organizer);
        door.MapPost("/attendance", HandInDoor.Handle).For(Roles.Organizer);

        app.MapPost("/check-ins/me", CheckMeIn.Handle).For(Roles.Physician);
        app.MapGet("/check-ins/me", StaysOfMine.Get).For(Roles.Physician);
        app.MapGet("/check-ins/me/pass", PassOfMine.Get).For(Roles.Physician);
    }
}
