using System.Text.Unicode;
using Mamis.Portal.Assets;
using Mamis.Portal.Gateway;
using Mamis.Portal.Pages.Desks;
using Mamis.Portal.Pages.Organizers;
using Mamis.Portal.Pages.Physicians;
using Mamis.Portal.Shared;
using Mamis.Portal.SignIn;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddExceptionHandler<SessionOver>();
builder.AddServiceDefaults();
builder.Services.AddRazorComponents();
builder.Services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton<IDataProtectionProvider, SharedKeys>();
builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageAccess>();
builder.Services.AddTransient<InNameOfReader>();
builder.Services.AddScoped<SessionCalls>();
builder.Services.AddScoped<AssociationNames>();
builder.Services
    .AddHttpClient<GatewayClient>(client => client.BaseAddress = new Uri(
        builder.Configuration["Gateway:Url"] ?? throw new InvalidOperationException("Gateway:Url is not set; the AppHost sets it.")))
    .AddHttpMessageHandler<InNameOfReader>();

var app = builder.Build();

app.MapServiceDefaults();
app.UseMiddleware<WithinSite>();
app.UseExceptionHandler("/problem", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/problem", "?status={0}", createScopeForStatusCodePages: true);
app.UseAntiforgery();
Asset.MapAll(app);
app.MapDocuments();
app.MapEvidenceFile();
app.MapCoverageFile();
app.MapLetterFiles();
app.MapPostcardFile();
app.MapTemplateFiles();
app.MapLicenceImage();
app.MapLedgerFile();
app.MapStatementFile();
app.MapHandbookPhoto();
app.MapSignUpFile();
app.MapEndingFile();
app.MapRoundsFile();
app.MapCertificateFile();
app.MapReceiptFile();
app.MapRazorComponents<App>();
app.MapFallback(() => TypedResults.NotFound()).ForEveryone();

await app.RunAsync();
