using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Mamis.ServiceDefaults;

/// <summary>Calls between services survive a restart of the other side: tried again with jitter, never waited for long, spared when it is down.</summary>
public sealed class Resilience : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpMethod> Method = new("method");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public Resilience(TimeProvider clock)
    {
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(TimeSpan.FromSeconds(10))
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = it => ValueTask.FromResult(IsWorthAnotherTry(it.Outcome, it.Context)),
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(100),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = it => ValueTask.FromResult(IsTransient(it.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(2),
            })
            .AddTimeout(TimeSpan.FromSeconds(5))
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Method, request.Method);

        try
        {
            return await _pipeline.ExecuteAsync(
                async it => await base.SendAsync(request, it.CancellationToken), context);
        }
        catch (BrokenCircuitException e)
        {
            throw new HttpRequestException("The other service has not answered for a while.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new TimeoutException("The other service did not answer in time.", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or >= HttpStatusCode.BadGateway } => true,
        _ => false,
    };

    /// <summary>A POST that may have arrived is not repeated; one that found nobody, or was turned away at the door, is. A 429 is an answer.</summary>
    private static bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome, ResilienceContext context) =>
        IsTransient(outcome) && (
            context.Properties.GetValue(Method, HttpMethod.Get) != HttpMethod.Post
            || outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
            || outcome.Result?.StatusCode is HttpStatusCode.ServiceUnavailable);
}
