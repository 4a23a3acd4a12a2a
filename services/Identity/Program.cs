using Mamis.EventStore;
using Mamis.Identity;
using Mamis.Identity.Credentials;
using Mamis.Identity.Demo;
using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Identity.Features.Import;
using Mamis.Identity.Features.Mails;
using Mamis.Identity.Features.Memberships;
using Mamis.Identity.Features.Registrations;
using Mamis.Identity.Messaging;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

// The store first: the tables stand before data protection looks for its keys in them.
builder.AddEventStore("identity-db", store => store
    .Stream<Physician>(
        typeof(PhysicianRegistered), typeof(PersonalDataChanged), typeof(StandingSet), typeof(WorkplaceChanged), typeof(MembershipChanged),
        typeof(ImportedCertificateReported), typeof(ProvisionalLoginIssued), typeof(PostcardReturned), typeof(ConsentGiven), typeof(MyPageActivated),
        typeof(SelfRegistered), typeof(RegistrationReturned), typeof(RegistrationResubmitted), typeof(RegistrationConfirmed))
    .Stream<StaffMember>(
        typeof(StaffMemberAppointed), typeof(StaffMemberInvited), typeof(StaffInvitationSentAgain), typeof(StaffInvitationWithdrawn),
        typeof(StaffFactorVoided), typeof(StaffFactorRenewed), typeof(StaffAccountEnded))
    .Stream<MedicalAssociation>(typeof(AssociationListed), typeof(AssociationRenamed))
    .Stream<Organizer>(typeof(OrganizerRecognised))
    .Stream<AccountMail>(typeof(AccountMailRequested), typeof(AccountMailCodeUsed))
    .View<PhysicianCard>().View<StaffList>().View<AssociationList>()
    .Tables(DataFile.Text("tables.sql"))
    .Commands<SendRecovery>()
    .Publisher<IdentityPublisher>());
builder.AddServiceDefaults();
builder.AddMessaging("identity", _ => { });
builder.AddCredentials();
builder.AddTokens();
builder.Services.AddSingleton<People>().AddSingleton<ProvisionalLogins>().AddScoped<Accounts>().AddScoped<DemoData>().AddSingleton<LicenceImages>();
builder.Services.AddHostedService<KnownAssociations>().AddHostedService<DemoSetup>();

var app = builder.Build();
app.MapServiceDefaults();

app.MapSignIn();
app.MapStaff();
app.MapPost("/internal/people", People.Get).For(Roles.Service);
app.MapPost("/internal/staff-addresses", StaffAddresses.Get).For(Roles.Service);

app.MapGet("/associations", AssociationList.Get).ForEveryone();
app.MapPut("/associations/{code}", ListAssociation.Handle).For(Roles.JmaStaff);
app.MapPost("/imports/physicians", ImportPhysicians.Handle).For(Roles.JmaStaff);
app.MapPostcards();
app.MapGet("/terms/current", CurrentTerms.Get).ForEveryone();
app.MapPost("/first-login", CompleteFirstLogin.Handle).For(Roles.Enrolling);
app.MapPost("/registrations", RegisterSelf.Handle).ForEveryone().TakesUpTo(megabytes: 12);
app.MapGet("/registrations", RegistrationQueue.Get).ForStaff();
app.MapPut("/registrations/me", ResubmitRegistration.Handle).For(Roles.Physician).TakesUpTo(megabytes: 12);
app.MapGet("/registrations/{id:guid}/licence", ShowLicence.Handle).ForStaff();
app.MapPost("/registrations/{id:guid}/confirmation", ConfirmRegistration.Handle).ForStaff();
app.MapPost("/registrations/{id:guid}/return", ReturnRegistration.Handle).ForStaff();
app.MapPost("/physicians/search", PhysicianSearch.Handle).ForStaff();
app.MapGet("/physicians/{id}", PhysicianPage.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapGet("/physicians/{id}/accesses", AccessLog.Get).For(Roles.Physician);
app.MapGet("/physicians/{id}/standings", StandingHistory.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapPost("/memberships", JoinAssociation.Handle).ForStaff();
app.MapPost("/physicians/{id:guid}/leaving", LeaveAssociation.Handle).ForStaff();
app.MapPut("/physicians/{id}/workplace", ChangeWorkplace.Handle).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

await app.RunAsync();
