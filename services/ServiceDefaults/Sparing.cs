using Polly;
using Polly.CircuitBreaker;

namespace Mamis.ServiceDefaults;

/// <summary>Spares somebody outside who fails again and again: for a while nobody calls, and then one call tries whether it is over.</summary>
public sealed class Sparing<TResult>
{
    private const int CallsBeforeJudging = 5;

    private readonly TimeSpan _break;
    private readonly ResiliencePipeline<TResult> _pipeline;

    /// <param name="isFailure">What counts as one.</param>
    /// <param name="break">For so long nobody calls.</param>
    /// <param name="clock">The clock of the service.</param>
    public Sparing(Func<TResult, bool> isFailure, TimeSpan @break, TimeProvider clock)
    {
        _break = @break;
        _pipeline = new ResiliencePipelineBuilder<TResult> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<TResult>
            {
                ShouldHandle = it => ValueTask.FromResult(it.Outcome is { Exception: null, Result: { } result } && isFailure(result)),
                FailureRatio = 0.9,
                MinimumThroughput = CallsBeforeJudging,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = @break,
            })
            .Build();
    }

    /// <exception cref="SparedException">Nobody calls now.</exception>
    public async Task<TResult> Call(Func<CancellationToken, Task<TResult>> call, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async it => await call(it), cancellation);
        }
        catch (BrokenCircuitException e)
        {
            throw new SparedException(e.RetryAfter ?? _break);
        }
    }
}

/// <summary>Whoever was to be called has failed too often and is left alone for a while.</summary>
public sealed class SparedException(TimeSpan wait) : Exception("Whoever was to be called is spared for now.")
{
    public TimeSpan Wait { get; } = wait;
}
