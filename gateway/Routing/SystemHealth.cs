using System.Collections.Frozen;
using Yarp.ReverseProxy.Configuration;

namespace Mamis.Gateway.Routing;

/// <summary>Whether the whole system works: every replica of every service, asked at once and never waited for long.</summary>
public sealed class SystemHealth(IHttpClientFactory clients, IProxyConfigProvider routes, Destinations destinations)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>One word per service, nothing about addresses or faults: anybody may ask.</summary>
    public sealed record Report(string Status, IReadOnlyDictionary<string, string> Services);

    public async Task<Report> Ask(CancellationToken cancellation)
    {
        var names = routes.GetConfig().Clusters.Select(it => it.ClusterId).Distinct().Order(StringComparer.Ordinal);
        var answers = await Task.WhenAll(names.Select(async it => (Name: it, State: await Ask(it, cancellation))));

        return new(
            answers.All(it => it.State == "healthy") ? "healthy" : "unhealthy",
            answers.ToFrozenDictionary(it => it.Name, it => it.State));
    }

    public static async Task<IResult> Handle(SystemHealth health, CancellationToken cancellation)
    {
        var report = await health.Ask(cancellation);
        var status = report.Status == "healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

        return TypedResults.Json(report, statusCode: status);
    }

    private async Task<string> Ask(string service, CancellationToken cancellation)
    {
        var replicas = await Task.WhenAll(destinations.Of(service).Values.Select(it => IsHealthy(it.Address, cancellation)));

        return replicas switch
        {
            [] => "unknown",
            _ when replicas.All(it => it) => "healthy",
            _ when replicas.Any(it => it) => "partly",
            _ => "away",
        };
    }

    private async Task<bool> IsHealthy(string address, CancellationToken cancellation)
    {
        using var client = clients.CreateClient("health");
        client.Timeout = Patience;

        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/health"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
