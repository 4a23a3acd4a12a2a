using Mamis.EventStore;
using Mamis.Identity;
using Mamis.Identity.Credentials;
using Mamis.Identity.Demo;
using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Identity.Features.Import;
using Mamis.Identity.Messaging;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

// The store first: the tables stand before data protection looks for its keys in them.
builder.AddEventStore("identity-db", store => store
    .Stream<Physician>(
        typeof(PhysicianRegistered), typeof(PersonalDataChanged), typeof(StandingSet), typeof(WorkplaceChanged),
        typeof(ImportedCertificateReported), typeof(ProvisionalLoginIssued), typeof(ConsentGiven), typeof(MyPageActivated))
    .Stream<StaffMember>(typeof(StaffMemberAppointed))
    .Stream<MedicalAssociation>(typeof(AssociationListed), typeof(AssociationRenamed))
    .Stream<Organizer>(typeof(OrganizerRecognised))
    .View<PhysicianCard>().View<StaffList>().View<AssociationList>()
    .Tables(DataFile.Text("tables.sql"))
    .Publisher<IdentityPublisher>());
builder.AddServiceDefaults();
builder.AddMessaging("identity", _ => { });
builder.AddCredentials();
builder.AddTokens();
builder.Services.AddSingleton<People>().AddSingleton<ProvisionalLogins>().AddScoped<Accounts>().AddScoped<DemoData>();
builder.Services.AddHostedService<KnownAssociations>().AddHostedService<DemoSetup>();

var app = builder.Build();
app.MapServiceDefaults();

app.MapPost("/token", IssueClientToken.Handle).ForEveryone();
app.MapGet("/.well-known/openid-configuration", KeySet.Discover).ForEveryone();
app.MapGet("/.well-known/jwks.json", KeySet.Get).ForEveryone();

app.MapPost("/internal/sessions", OpenSession.Handle).For(Roles.Service);
app.MapPost("/internal/sessions/{id}/totp", ConfirmSecondFactor.Handle).For(Roles.Service);
app.MapPost("/internal/sessions/{id}/token", IssueSessionToken.Handle).For(Roles.Service);
app.MapGet("/internal/sessions/{id}", SessionState.Get).For(Roles.Service);
app.MapDelete("/internal/sessions/{id}", EndSession.Handle).For(Roles.Service);
app.MapGet("/internal/sessions/{sid}/alive", SessionState.Alive).For(Roles.Service);
app.MapPost("/internal/people", People.Get).For(Roles.Service);

app.MapGet("/sessions", SessionList.Get).ForPeople();
app.MapDelete("/sessions/{id:guid}", EndOwnSession.Handle).ForPeople();
app.MapDelete("/sessions/others", EndOwnSession.Others).ForPeople();
app.MapGet("/credentials", CredentialState.Get).ForPeople();
app.MapPost("/password", ChangePassword.Handle).ForPeople();
app.MapPost("/recovery-codes", IssueRecoveryCodes.Handle).ForPeople();
app.MapGet("/machine-clients", ClientList.Get).For(Roles.JmaStaff);
app.MapPost("/machine-clients", CreateMachineClient.Handle).For(Roles.JmaStaff);
app.MapPost("/machine-clients/{id}/secrets", RotateClientSecret.Handle).For(Roles.JmaStaff);
app.MapPost("/machine-clients/{id}/revocation", RevokeMachineClient.Handle).For(Roles.JmaStaff);

app.MapGet("/associations", AssociationList.Get).ForEveryone();
app.MapPut("/associations/{code}", ListAssociation.Handle).For(Roles.JmaStaff);
app.MapPost("/imports/physicians", ImportPhysicians.Handle).For(Roles.JmaStaff);
app.MapPost("/postcard-batches", IssuePostcards.Handle).ForStaff();
app.MapGet("/terms/current", CurrentTerms.Get).ForEveryone();
app.MapPost("/first-login", CompleteFirstLogin.Handle).For(Roles.Enrolling);
app.MapGet("/physicians", PhysicianSearch.Get).ForStaff();
app.MapGet("/physicians/{id}", PhysicianPage.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
app.MapGet("/physicians/{id}/accesses", AccessLog.Get).For(Roles.Physician);
app.MapPut("/physicians/{id}/workplace", ChangeWorkplace.Handle).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

await app.RunAsync();
