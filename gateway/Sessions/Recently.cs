using System.Collections.Concurrent;

namespace Mamis.Gateway.Sessions;

/// <summary>Answers of Identity, kept for moments only: long enough for a page and its requests, short enough for a revocation to bite.</summary>
/// <typeparam name="TValue">What is remembered of one session.</typeparam>
public sealed class Recently<TValue>(TimeProvider clock)
{
    /// <summary>With the way to Identity and back a revoked session is refused within 5 s.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    private const int Crowded = 20_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The remembered answer, else a new one; whoever asks meanwhile waits for the same.</summary>
    public async Task<TValue> Get(string key, Func<CancellationToken, Task<TValue>> ask, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var entry = _entries.AddOrUpdate(key, _ => New(ask, now), (_, known) => known.Until > now ? known : New(ask, now));

        if (_entries.Count > Crowded)
        {
            Sweep(now);
        }

        try
        {
            return await entry.Answer.Value.WaitAsync(cancellation);
        }
        catch when (entry.Answer.Value.IsFaulted)
        {
            _entries.TryRemove(new(key, entry));
            throw;
        }
    }

    public void Forget(string key) => _entries.TryRemove(key, out _);

    // The answer is shared, so no single caller's departure may cancel it; the client's own timeout ends it.
    private static Entry New(Func<CancellationToken, Task<TValue>> ask, DateTimeOffset now) =>
        new(new Lazy<Task<TValue>>(() => ask(CancellationToken.None)), now + Age);

    private void Sweep(DateTimeOffset now)
    {
        foreach (var old in _entries.Where(it => it.Value.Until <= now))
        {
            _entries.TryRemove(old);
        }
    }

    private sealed record Entry(Lazy<Task<TValue>> Answer, DateTimeOffset Until);
}
