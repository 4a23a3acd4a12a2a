using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Desks;
using Mamis.Certification.Features.Documents;
using Mamis.Certification.Features.Fees;
using Mamis.Certification.Features.Lapses;
using Mamis.Certification.Features.Paper;
using Mamis.Certification.Features.Rounds;
using Mamis.Certification.Features.Simulation;
using Mamis.Certification.Messaging;
using Mamis.Certification.Messaging.Copies;
using Mamis.Certification.Views;
using Mamis.Certification.Views.Ending;
using Mamis.Certification.Views.ForNotices;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddEventStore("certification-db", store => store
    .Stream<Application>(
        typeof(ApplicationDrafted), typeof(DocumentAttached), typeof(ApplicationSubmitted), typeof(IntakeRoundAssigned), typeof(CreditsRequestedAgain), typeof(ApplicationAdmitted),
        typeof(ApplicationHeldBack), typeof(FeeRecorded), typeof(PaperOriginalReceived), typeof(ApplicationApproved), typeof(ApplicationReturned),
        typeof(ApplicationGranted), typeof(ApplicationRejected), typeof(ApplicationWithdrawn))
    .Stream<Certificate>(typeof(CertificateTakenOver), typeof(CertificateIssued), typeof(GraceGranted), typeof(CertificateRenewed), typeof(CertificateLapsed))
    .AddIntakeRounds().AddFees().View<ApplicationCaseView>().View<CertificateCardView>().View<AwaitedReceiptsView>()
    .Tables(CopyTables.Sql).Tables(DocumentVault.Tables).Tables(Remarks.Table).Tables(IssueWhenGranted.Sequence).Tables(PaperCertificates.Tables)
    .Publisher<CertificationPublisher>());
builder.AddMessaging("certification", bus =>
{
    bus.AddCopies();
    bus.AddConsumer<TakeOverWhenOnRecord>();
    bus.AddConsumer<AdmitWhenSetAside>();
    bus.AddConsumer<HoldBackWhenShort>();
    bus.AddConsumer<IssueWhenGranted>();
    bus.AddConsumer<RenewWhenGranted>();
});
builder.AddPaperCertificates();
builder.Services.AddIntakeRounds().AddFees().AddSingleton<PhysicianFiles>().AddDocumentVault("certification").AddSingleton<LapseCertificates>()
    .AddHostedService<AskLedgerAgainSweep>().AddHostedService<LapseSweep>();

var app = builder.Build();
app.MapServiceDefaults();

app.MapPost("/simulations", SimulateCase.Handle).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Auditor);
app.MapGet("/evaluations/{physician}", Evaluation.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapPost("/evaluations/me/what-if", WhatIf.Handle).For(Roles.Physician);

app.MapPost("/applications", DraftApplication.Handle).For(Roles.Physician);
app.MapGet("/applications", ApplicationList.Mine).For(Roles.Physician);
app.MapGet("/applications/queue", DeskQueue.Get).ForStaff();
app.MapGet("/applications/{id:guid}", ApplicationDetails.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapPost("/applications/{id:guid}/submission", SubmitApplication.Handle).For(Roles.Physician);
app.MapPost("/applications/{id:guid}/withdrawal", WithdrawApplication.Handle).For(Roles.Physician);
app.MapDesks();
app.MapDocuments();
app.MapFees();

app.MapGet("/certificates", CertificateList.Mine).For(Roles.Physician);
app.MapGet("/certificates/{id:guid}", CertificateDetails.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapPost("/certificates/{id:guid}/grace", GrantGrace.Handle).For(Roles.JmaStaff);
app.MapPost("/sweeps", SweepLapses.Handle).For(Roles.Scheduler, Roles.JmaStaff);
app.MapPaperCertificates();
app.MapEnding();
app.MapNoticeFacts();
app.MapIntakeRounds();

await app.RunAsync();
