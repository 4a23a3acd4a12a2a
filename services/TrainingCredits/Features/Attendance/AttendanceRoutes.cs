using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Attendance: what stands beside its streams, and the routes of lists, what they credited, what they left waiting (domain.md 4.4, step 5).</summary>
public static class AttendanceRoutes
{
    public static EventStoreBuilder AddAttendance(this EventStoreBuilder store) => store.Tables(Suspense.Tables).Tables(EntryReasons.Tables);

    public static void MapAttendance(this WebApplication app)
    {
        app.MapGet("/trainings/unreported", UnreportedTrainings.Get).For(AttendancePage.Readers);
        app.MapPost("/internal/unreported-trainings", TrainingsToRemindOf.Get).For(Roles.Service);

        app.MapPost("/trainings/{id:guid}/attendance", PostAttendance.Handle).For(Roles.Organizer)
            .TakesUpTo(megabytes: 10).Accepts<string>("text/csv", "application/json").Idempotent();
        app.MapPost("/trainings/{id:guid}/attendance/typed", TypeAttendance.Handle).For(TypeAttendance.Typists)
            .Accepts<string>("application/json", "text/csv").Idempotent();
        app.MapGet("/trainings/{id:guid}/attendance", AttendancePage.Get).For(AttendancePage.Readers);
        app.MapPost("/trainings/{id:guid}/attendance/{entryId:guid}/withdrawal", WithdrawAttendance.Handle).For(CorrectAttendance.Correctors);
        app.MapPost("/trainings/{id:guid}/attendance/{entryId:guid}/correction", CorrectAttendance.Handle).For(CorrectAttendance.Correctors);
        app.MapGet("/suspense", Suspense.Get).ForStaff();
        app.MapPost("/suspense/{id:guid}/match", MatchSuspended.Handle).ForStaff();
        app.MapPost("/suspense/{id:guid}/drop", DropSuspended.Handle).ForStaff();
    }
}
