using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mamis.ServiceDefaults;

/// <summary>What a line of the route table can say besides who may call it.</summary>
public static class Routes
{
    /// <summary>Repeats of the call under one <c>Idempotency-Key</c> have one effect.</summary>
    public static TBuilder Idempotent<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new Idempotency.Honoured());

    /// <summary>The largest body the route takes, where it is not the usual one.</summary>
    public static TBuilder TakesUpTo<TBuilder>(this TBuilder route, int megabytes)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SizeLimit(megabytes * 1024L * 1024L));

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
