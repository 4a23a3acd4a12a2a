using System.Diagnostics;

namespace Mamis.Testing;

/// <summary>Waits for what happens in the background, never for a time; the patience only ends a test that would hang.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task True(Func<Task<bool>> condition, string what = "what was waited for") =>
        await Get(async () => await condition() ? "true" : null, what);

    public static Task True(Func<bool> condition, string what = "what was waited for") => True(() => Task.FromResult(condition()), what);

    /// <summary>Looks again and again until there is something to see.</summary>
    public static async Task<T> Get<T>(Func<Task<T?>> look, string what = "what was waited for")
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Never happened: {what}.");
            }

            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }
}
