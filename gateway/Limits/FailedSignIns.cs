using System.Globalization;
using System.Threading.RateLimiting;

namespace Mamis.Gateway.Limits;

/// <summary>Slows down who guesses passwords, codes or client secrets: failures count, per address and per login; successes never do.</summary>
/// <remarks>A whole hospital signs in from one address on the first morning, and must not be taken for an attack.</remarks>
public sealed class FailedSignIns(RateLimits.Settings limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Buckets(limits.FailuresPerAddress);
    private readonly PartitionedRateLimiter<string> _logins = Buckets(limits.FailuresPerLogin);

    /// <summary>Marks a route on which something can be guessed.</summary>
    public sealed record Guarded;

    /// <summary>Whether this address has failed too often; sets when to come back.</summary>
    public bool IsBarred(HttpContext context) => IsBarred(_addresses, ClientAddress.Of(context), context.Response);

    /// <summary>Whether attempts at this login have failed too often, from wherever they came.</summary>
    public bool IsBarred(string login, HttpResponse response) => IsBarred(_logins, login.ToUpperInvariant(), response);

    public void Count(HttpContext context) => Take(_addresses, ClientAddress.Of(context));

    public void Count(string login) => Take(_logins, login.ToUpperInvariant());

    public void Dispose()
    {
        _addresses.Dispose();
        _logins.Dispose();
    }

    private static bool IsBarred(PartitionedRateLimiter<string> failures, string key, HttpResponse response)
    {
        if (failures.GetStatistics(key) is not { CurrentAvailablePermits: 0 })
        {
            return false;
        }

        response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static void Take(PartitionedRateLimiter<string> failures, string key)
    {
        using var lease = failures.AttemptAcquire(key);
    }

    private static PartitionedRateLimiter<string> Buckets(RateLimits.Limit limit) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = limit.PerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
}
