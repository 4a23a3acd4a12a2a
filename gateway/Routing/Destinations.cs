using Yarp.ReverseProxy.Configuration;

namespace Mamis.Gateway.Routing;

/// <summary>Where the services are: the routes name them, the AppHost says their addresses, one per replica.</summary>
public sealed class Destinations(IConfiguration configuration) : IProxyConfigFilter
{
    /// <summary>Every address of a service, from <c>services:identity:http:0</c> on.</summary>
    public IReadOnlyDictionary<string, DestinationConfig> Of(string service) => configuration
        .GetSection($"services:{service}:http")
        .GetChildren()
        .Where(it => it.Value is not null)
        .ToDictionary(it => $"{service}-{it.Key}", it => new DestinationConfig { Address = it.Value ?? string.Empty });

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) =>
        ValueTask.FromResult(cluster with { Destinations = Of(cluster.ClusterId) });

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        ValueTask.FromResult(route);
}
