using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features;

/// <summary>Serves what concerns one session one after the other, so that a hundred at once do not lose races against each other.</summary>
/// <remarks>On one node only; between nodes the versions of the streams decide, and the slower one decides again.</remarks>
public sealed class SessionQueue
{
    private readonly SemaphoreSlim[] _queues = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<TAnswer> InTurn<TAnswer>(SessionId session, Func<Task<TAnswer>> work, CancellationToken cancellation)
    {
        var queue = _queues[(uint)session.GetHashCode() % _queues.Length];
        await queue.WaitAsync(cancellation);

        try
        {
            return await work();
        }
        finally
        {
            queue.Release();
        }
    }
}
