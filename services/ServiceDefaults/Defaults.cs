using System.Text.Json;
using System.Text.Json.Serialization;
using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mamis.ServiceDefaults;

/// <summary>What every service has alike: health, telemetry, who the caller is, strict JSON, problems with codes, its OpenAPI document.</summary>
public static class Defaults
{
    private const string Live = "live";

    /// <summary>As much as the gateway lets through to the routes that take files.</summary>
    private const int LargestBody = 32 * 1024 * 1024;

    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]).AddCheck<DatabaseHealth>("database");
        builder.Services.Configure<JsonOptions>(options => Strict(options.SerializerOptions));
        builder.Services.AddSingleton(new ServiceTables(IdempotencyRecord.Table));
        builder.AddApiDocument();
        builder.AddLogs();
        builder.AddTelemetry();
        builder.AddAuthentication();
        builder.AddProblems();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<KestrelServerOptions>(builder.Configuration.GetSection("Kestrel"));

        return builder;
    }

    /// <summary>Maps <c>/health</c> (ready), <c>/alive</c> and <c>/openapi/v1.json</c>; everything else asks who is calling.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<Idempotency>();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = it => it.Tags.Contains(Live) }).AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapOperations();

        return app;
    }

    /// <summary>Refuses what it does not know, so that a misspelt field is an error and not a silent loss.</summary>
    public static void Strict(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TypedIdJsonConverterFactory());
    }
}
