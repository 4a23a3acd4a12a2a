using Mamis.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Mamis.ServiceDefaults;

/// <summary>Traces and metrics of everything that emits its own; sent where OTEL_EXPORTER_OTLP_ENDPOINT points, else nowhere.</summary>
public static class Telemetry
{
    private static readonly string[] Sources =
        [StoreTelemetry.Name, "MassTransit", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Yarp.ReverseProxy"];

    private static readonly string[] Meters =
    [
        StoreTelemetry.Name, "MassTransit", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddHostedService<Providers>();
        }
    }

    /// <summary>Starts and ends the SDK's providers; they take service name and endpoint from the standard variables.</summary>
    private sealed class Providers : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _traces = Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddOtlpExporter().Build();
            _metrics = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces?.ForceFlush();
            _metrics?.ForceFlush();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
