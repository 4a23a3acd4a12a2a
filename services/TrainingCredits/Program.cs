using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Features.Claims;
using Mamis.TrainingCredits.Features.Door;
using Mamis.TrainingCredits.Features.Flags;
using Mamis.TrainingCredits.Features.Paper;
using Mamis.TrainingCredits.Features.SignUps;
using Mamis.TrainingCredits.Features.Statements;
using Mamis.TrainingCredits.Messaging;
using Mamis.TrainingCredits.Views;
using Mamis.TrainingCredits.Views.Finder;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddEventStore("training-credits-db", store => store
    .Stream<Training>(
        typeof(TrainingDrafted), typeof(TrainingRevised), typeof(TrainingRequested), typeof(TrainingReturned), typeof(TrainingApproved),
        typeof(TrainingDesignated), typeof(AttendancePosted), typeof(TrainingCancelled))
    .AddLedgers().AddSignUps().AddDoors().AddPhotos().AddAttendance().AddClaims().AddFlags()
    .View<TrainingCards>()
    .Tables(People.Tables)
    .Tables(TrainingRemarks.Tables)
    .Tables(IssuedStatements.Table)
    .Tables(DocumentVault.Tables)
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
builder.Services.AddSingleton<AttendancePosting>().AddSingleton<ResolveSuspense>().AddSingleton<SuspenseAlarm>().AddSingleton<SignUpDesk>().AddSingleton<DoorKeys>().AddSingleton<SessionQueue>();
builder.Services.AddHostedService<WatchSuspense>();
builder.AddFinder();
builder.Services.AddStatements().AddDocumentVault("training-credits");
builder.AddClaims();
builder.AddFlags();

var app = builder.Build();
app.MapServiceDefaults();

app.MapPlanning();
app.MapFinder();
app.MapSignUps();
app.MapDoors();
app.MapAttendance();
app.MapStatements();
app.MapPaper();
app.MapClaims();
app.MapFlags();
app.MapLedgers();

await app.RunAsync();

/// <summary>Named so that tests can start the service as it is.</summary>
public sealed partial class Program;
