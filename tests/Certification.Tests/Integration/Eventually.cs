namespace Mamis.Certification.Tests.Integration;

/// <summary>Waits for what a message brings about, as somebody looking again would.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static async Task<T> Get<T>(Func<Task<T?>> look)
        where T : class
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;

        while (TimeProvider.System.GetUtcNow() < until)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            await Task.Delay(Step, TimeProvider.System);
        }

        throw new TimeoutException("What was waited for did not come.");
    }
}
