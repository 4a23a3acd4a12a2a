namespace Mamis.Story;

/// <summary>Waits for a condition; what happens behind the broker takes a moment.</summary>
public sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks again and again until the answer is there, and through answers that fail while a service is away.</summary>
    public async Task<T> Until<T>(string what, Func<Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        var begun = clock.GetTimestamp();
        var last = "nothing yet";

        while (clock.GetElapsedTime(begun) < Limit)
        {
            try
            {
                if (await ask() is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is HttpRequestException or StoryDiffersException or IOException)
            {
                last = e.Message;
            }

            await Task.Delay(Look, clock, cancellation);
        }

        throw new StoryDiffersException($"{what} did not happen within {Limit.TotalSeconds:0} s; last: {last}");
    }

    public Task Until(string what, Func<Task<bool>> holds, CancellationToken cancellation) =>
        Until(what, async () => await holds() ? this : null, cancellation);
}
