using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Features.Inquiries;
using Mamis.Notifications.Features.Leads;
using Mamis.Notifications.Features.Organisations;
using Mamis.Notifications.Features.Webhooks;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Coverage;
using Mamis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddEventStore("notifications-db", store => store
    .Stream<Notice>(
        typeof(NoticeScheduled), typeof(NoticeListed), typeof(NoticeDeferred), typeof(NoticeFailed), typeof(LetterOrdered),
        typeof(LetterPrinted), typeof(NoticeSent), typeof(LetterReturned), typeof(NoticeWaived), typeof(CreditsFoundMissing), typeof(NoticeShown),
        typeof(MailDelayed), typeof(MailBounced), typeof(MailDelivered), typeof(NoticeResumed),
        typeof(StaffMailed), typeof(StaffMailLeft))
    .View<NoticeCardProjection>()
    .Tables(CertificateTerms.Tables)
    .Tables(RenewalsUnderWay.Tables)
    .Tables(Standings.Tables)
    .Tables(LookedWindows.Tables)
    .Tables(Contacts.Tables)
    .Tables(SentText.Tables)
    .Tables(RenewalRuns.Tables)
    .Tables(PrintLetters.Tables)
    .WithInquiries()
    .WithWords()
    .WithMoreNotices()
    .WithLeadTimes()
    .WithWebhooks()
    .Commands<DeliverNotices>()
    .Commands<WriteInsteadOfMail>()
    .Commands<SendAccountMails>());

builder.AddMessaging("notifications", bus => bus.AddListeners());

builder.AddInternalClient<IdentityClient>("notifications", "identity");
builder.AddInternalClient<CertificationClient>("notifications", "certification");
builder.AddOrganisations();
builder.AddMailServer();
builder.AddLetters();
builder.AddWords();
builder.AddWebhooks();
builder.AddDailySchedule();

var app = builder.Build();
app.MapServiceDefaults();

app.MapPost("/renewal-runs", RunRenewals.Handle).For(Roles.Scheduler, Roles.JmaStaff);
app.MapGet("/renewal-runs", RenewalRuns.Get).For(Roles.JmaStaff, Roles.Auditor);
app.MapGet("/renewal-lists", RenewalList.Get).ForStaff();
app.MapGet("/coverage", CoverageReport.Get).For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Auditor);
app.MapGet("/coverage.csv", CoverageFile.Get).For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Auditor);
app.MapGet("/notices", Inbox.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapGet("/notices/{id:guid}", NoticeHistory.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapPost("/mail-reports", TakeMailReport.Handle).For(Roles.Scheduler).TakesUpTo(megabytes: 1).Accepts<string>(TakeMailReport.MediaType, "application/json");
app.MapOrganisations();
app.MapLetters();
app.MapInquiries();
app.MapWords();
app.MapLeadTimes();
app.MapWebhooks();

await app.RunAsync();
