using System.Diagnostics;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Waits for a condition, never for a time; the patience only ends a test that would hang.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task True(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();

        while (!await condition())
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Never happened: {what}.");
            }

            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }

    public static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);
}
