using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Views.Rounds;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Rounds;

/// <summary>What intake rounds need, and the routes by which calendars are kept.</summary>
public static class IntakeRounds
{
    public static EventStoreBuilder AddIntakeRounds(this EventStoreBuilder store) => store
        .Stream<IntakeRound>(typeof(IntakeRoundPlanned), typeof(IntakeRoundMoved), typeof(DeskIntakeSet), typeof(IntakeRoundWithdrawn))
        .View<IntakeCalendarView>().View<IntakeCaseView>();

    public static IServiceCollection AddIntakeRounds(this IServiceCollection services) =>
        services.AddSingleton<IntakeCalendar>().AddHostedService<DemoRounds>().AddHostedService<FollowCalendarSweep>();

    public static void MapIntakeRounds(this WebApplication app)
    {
        app.MapGet("/intake-rounds", CalendarOfDesk.Get).ForStaff();
        app.MapGet("/intake-rounds.csv", CalendarFile.Get).ForStaff();
        app.MapPost("/intake-rounds", PlanIntakeRound.Handle).For(Roles.JmaStaff);
        app.MapPost("/intake-rounds/{id:guid}/withdrawal", WithdrawIntakeRound.Handle).For(Roles.JmaStaff);
        app.MapPost("/intake-rounds/{id:guid}/windows", SetDeskIntake.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapPost("/intake-rounds/imports", ImportRounds.Handle).ForStaff();
        app.MapPost("/internal/desk-deadlines", DeskDeadlines.Get).For(Roles.Service);
    }
}
