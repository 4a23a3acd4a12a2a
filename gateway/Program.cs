using Mamis.Gateway.Limits;
using Mamis.Gateway.Routing;
using Mamis.Gateway.Sessions;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddRateLimits();
IdentitySessions.Register(builder);
builder.Services.AddSingleton<SessionCookie>();
builder.Services.AddSingleton(typeof(Recently<>));
builder.Services.AddSingleton<Destinations>();
builder.Services.AddSingleton<SystemHealth>();
builder.Services.AddRequestTimeouts();

// A cookie is a person's browser, anything else a machine client; beside a cookie a token is not looked at.
builder.Services
    .AddAuthentication("caller")
    .AddPolicyScheme("caller", displayName: null, scheme => scheme.ForwardDefaultSelector = context =>
        SessionCookie.IsSent(context.Request) ? SessionAuthentication.SchemeName : JwtBearerDefaults.AuthenticationScheme)
    .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, configureOptions: null);
builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, token => token.Events = ClientTokens.Events);

builder.Services
    .AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetRequiredSection("ReverseProxy"))
    .AddConfigFilter<Destinations>()
    .AddTransforms(Forwarding.Honestly);

var app = builder.Build();

app.UseMiddleware<ResponseHeaders>();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseMiddleware<HiddenPaths>();
app.UseRouting();
app.UseRequestTimeouts();
app.UseMiddleware<GivenUp>();
app.UseAuthentication();
app.UseRateLimiter();
app.UseMiddleware<RequestHeaderRule>();
app.UseMiddleware<FailedSignInRule>();
app.UseAuthorization();

app.MapGet("/health", SystemHealth.Handle).ForEveryone();
app.MapGet("/alive", () => TypedResults.Text("alive")).ForEveryone();
app.MapSessions();
app.MapReverseProxy();

await app.RunAsync();
