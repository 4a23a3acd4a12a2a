using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Messaging;
using Mamis.TrainingCredits.Views;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddEventStore("training-credits-db", store => store
    .Stream<Training>(
        typeof(TrainingDrafted), typeof(TrainingRequested), typeof(TrainingApproved), typeof(TrainingDesignated), typeof(AttendancePosted))
    .Stream<CreditLedger>(
        typeof(CreditPosted), typeof(CreditWithdrawn), typeof(PaperCreditDeclared), typeof(PaperCreditVerified), typeof(PaperCreditRefused),
        typeof(CreditsSetAside), typeof(CreditsFoundShort), typeof(CreditsSpent), typeof(CreditsReleased))
    .View<TrainingCards>()
    .View<LedgerEntries>()
    .Tables(People.Tables)
    .Tables(Suspense.Tables)
    .Tables(EntryReasons.Tables)
    .Tables(LedgerAccess.Tables)
    .Publisher<CreditsPublisher>());
builder.AddMessaging("training-credits", bus =>
{
    bus.AddBatchConsumer<KeepPeopleWhenKnown>();
    bus.AddBatchConsumer<KeepStandingWhenChanged>();
    bus.AddBatchConsumer<ActivateWhenRegistered>();
    bus.AddConsumer<SetCreditsAsideWhenSubmitted>();
    bus.AddConsumer<SpendCreditsWhenGranted>();
    bus.AddConsumer<ReleaseCreditsWhenClosed>();
});
builder.AddInternalClient<PeopleClient>("training-credits", "identity");
builder.Services.AddSingleton<AttendancePosting>().AddSingleton<ResolveSuspense>().AddSingleton<SuspenseAlarm>();
builder.Services.AddHostedService<WatchSuspense>();

var app = builder.Build();
app.MapServiceDefaults();

app.MapGet("/trainings", TrainingList.Get).ForEveryone();
app.MapGet("/trainings/unreported", UnreportedTrainings.Get).For(AttendancePage.Readers);
app.MapGet("/trainings/{id:guid}", TrainingPage.Get).ForEveryone();
app.MapPost("/trainings", DraftTraining.Handle).For(Roles.Organizer).Idempotent();
app.MapPost("/trainings/{id:guid}/request", RequestTraining.Handle).For(Roles.Organizer);
app.MapPost("/trainings/{id:guid}/approval", ApproveTraining.Handle).For(Roles.PrefectureStaff);
app.MapPost("/trainings/{id:guid}/designation", DesignateTraining.Handle).For(Roles.JmaStaff);

app.MapPost("/trainings/{id:guid}/attendance", PostAttendance.Handle).For(Roles.Organizer)
    .TakesUpTo(megabytes: 10).Accepts<string>("text/csv", "application/json").Idempotent();
app.MapGet("/trainings/{id:guid}/attendance", AttendancePage.Get).For(AttendancePage.Readers);
app.MapPost("/trainings/{id:guid}/attendance/{entryId:guid}/withdrawal", WithdrawAttendance.Handle).For(CorrectAttendance.Correctors);
app.MapPost("/trainings/{id:guid}/attendance/{entryId:guid}/correction", CorrectAttendance.Handle).For(CorrectAttendance.Correctors);
app.MapGet("/suspense", Suspense.Get).ForStaff();
app.MapPost("/suspense/{id:guid}/match", MatchSuspended.Handle).ForStaff();
app.MapPost("/suspense/{id:guid}/drop", DropSuspended.Handle).ForStaff();

app.MapGet("/ledgers/{physicianId}", LedgerPage.Get).For(LedgerAccess.Readers);
app.MapGet("/ledgers/{physicianId}/export", LedgerExport.Get).For(LedgerAccess.Readers);
app.MapGet("/ledgers/{physicianId}/accesses", LedgerAccess.Get).For(LedgerAccess.Readers);
app.MapPost("/ledgers/me/paper-credits", DeclarePaperCredit.Handle).For(Roles.Physician).Idempotent();
app.MapGet("/paper-credits", PaperQueue.Get).ForStaff();
app.MapPost("/ledgers/{physicianId:guid}/paper-credits/{entryId:guid}/verification", VerifyPaperCredit.Handle).ForStaff();
app.MapPost("/ledgers/{physicianId:guid}/paper-credits/{entryId:guid}/refusal", RefusePaperCredit.Handle).ForStaff();

await app.RunAsync();

/// <summary>Named so that tests can start the service as it is.</summary>
public sealed partial class Program;
