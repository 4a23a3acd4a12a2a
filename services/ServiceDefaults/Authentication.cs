using Mamis.Kernel;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.ServiceDefaults;

/// <summary>Services accept signed tokens of the Identity service and nothing else.</summary>
public static class Authentication
{
    /// <summary>Issuer and audience of every token.</summary>
    public const string Issuer = "mamis";

    public static void AddAuthentication(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.Authority = builder.Configuration.AddressOf("identity")?.ToString();
                options.RequireHttpsMetadata = false;
                options.MapInboundClaims = false;
                options.TokenValidationParameters = Expected();
            });

        // A route that says nothing is closed to those without a token; who may call it, each route says itself.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>What a token must be: ES256, of this issuer, for this audience, not yet over.</summary>
    public static TokenValidationParameters Expected() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["at+jwt"],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = TimeSpan.FromSeconds(5),
        NameClaimType = "sub",
        RoleClaimType = "role",
    };

    /// <summary>Only these roles may call the route.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(policy => policy.RequireRole(roles));

    /// <summary>County, prefecture and JMA staff may call the route; whom they reach is checked where the data is.</summary>
    public static TBuilder ForStaff<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    /// <summary>Everybody who is fully signed in may call the route, about themselves.</summary>
    public static TBuilder ForPeople<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.For(
            Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Organizer, Roles.Scheduler, Roles.Auditor);

    /// <summary>Anybody may call the route, without a token.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.AllowAnonymous();

    /// <summary>The first address of a service, as the AppHost gives it.</summary>
    public static Uri? AddressOf(this IConfiguration configuration, string service) =>
        configuration[$"services:{service}:http:0"] is { } address ? new Uri(address) : null;
}
