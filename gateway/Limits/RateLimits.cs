using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;

namespace Mamis.Gateway.Limits;

/// <summary>How much one account, one machine client, one address may ask for; the numbers are configuration.</summary>
public static class RateLimits
{
    /// <summary>Policy of whatever takes a password, a code or a client secret.</summary>
    public const string SignIn = "sign-in";

    /// <summary>So many at once, and so many more every second.</summary>
    public sealed record Limit(int Burst, int PerSecond);

    /// <summary>The limits of the configuration's section <c>Limits</c>.</summary>
    public sealed record Settings(Limit Account, Limit Client, Limit Address, Limit SignIn);

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetRequiredSection("Limits").Get<Settings>()
            ?? throw new InvalidOperationException("The section Limits of the configuration is empty.");

        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = Explain;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerAddress(context, settings.Address)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerCaller(context, settings)));
            options.AddPolicy(SignIn, context => PerAddress(context, settings.SignIn));
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, Limit limit) =>
        Bucket(Address(context.Connection.RemoteIpAddress), limit);

    private static RateLimitPartition<string> PerCaller(HttpContext context, Settings settings) => context.User switch
    {
        { Identity.IsAuthenticated: false } => RateLimitPartition.GetNoLimiter(string.Empty),
        var client when client.FindFirst("scope") is not null => Bucket($"client {client.Subject()}", settings.Client),
        var account => Bucket($"account {account.Subject()}", settings.Account),
    };

    /// <summary>A network of IPv6 is one neighbour: whoever has one address of it has all.</summary>
    private static string Address(IPAddress? address) => address switch
    {
        null => "nowhere",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString(),
        _ => address.ToString(),
    };

    private static RateLimitPartition<string> Bucket(string key, Limit limit) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = limit.PerSecond,
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
