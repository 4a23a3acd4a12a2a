using System.Globalization;
using System.Threading.RateLimiting;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;
using Yarp.ReverseProxy.Model;

namespace Mamis.Gateway.Limits;

/// <summary>How much one account, one machine client, one address may ask for; the numbers are configuration.</summary>
public static class RateLimits
{
    /// <summary>So many at once, and so many more every minute.</summary>
    public sealed record Limit
    {
        public required int Burst { get; init; }

        public required int PerMinute { get; init; }
    }

    /// <summary>The limits of the configuration's section <c>Limits</c>.</summary>
    public sealed record Settings
    {
        public required Limit Account { get; init; }

        public required Limit Client { get; init; }

        public required Limit Address { get; init; }

        /// <summary>For what anybody may ask and costs much: a slow hash, a mail, a search among all physicians.</summary>
        public required Limit CostlyPerAddress { get; init; }

        public required Limit FailuresPerAddress { get; init; }

        public required Limit FailuresPerLogin { get; init; }
    }

    /// <summary>Marks a route of the gateway itself as costly; forwarded ones say it in their configuration.</summary>
    public sealed record Costly;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetRequiredSection("Limits").Get<Settings>()
            ?? throw new InvalidOperationException("The section Limits of the configuration is empty.");

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<FailedSignIns>();
        builder.Services.AddSingleton<PortalCalls>();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = Explain;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerAddress(context, settings.Address)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerCostlyAddress(context, settings.CostlyPerAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerCaller(context, settings)));
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, Limit limit) =>
        Bucket(ClientAddress.Of(context), limit);

    private static RateLimitPartition<string> PerCostlyAddress(HttpContext context, Limit limit) =>
        IsCostly(context.GetEndpoint()?.Metadata)
            ? Bucket($"costly {ClientAddress.Of(context)}", limit)
            : RateLimitPartition.GetNoLimiter(string.Empty);

    private static bool IsCostly(EndpointMetadataCollection? route) =>
        route?.GetMetadata<Costly>() is not null || route?.GetMetadata<RouteModel>()?.Config.Metadata?.ContainsKey("Costly") is true;

    private static RateLimitPartition<string> PerCaller(HttpContext context, Settings settings) => context.User switch
    {
        { Identity.IsAuthenticated: false } => RateLimitPartition.GetNoLimiter(string.Empty),
        var client when client.FindFirst("scope") is not null => Bucket($"client {client.Subject()}", settings.Client),
        var account => Bucket($"account {account.Subject()}", settings.Account),
    };

    private static RateLimitPartition<string> Bucket(string key, Limit limit) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = Math.Max(1, limit.PerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static ValueTask Explain(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

        return ValueTask.CompletedTask;
    }
}
