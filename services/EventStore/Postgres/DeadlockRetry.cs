using Npgsql;

namespace Mamis.EventStore.Postgres;

/// <summary>Runs a transaction again that the server chose to end a deadlock with: nothing of it has happened.</summary>
/// <remarks>Streams are locked in one order and cannot deadlock; rows of views shared by many streams can.</remarks>
internal static class DeadlockRetry
{
    private const int Attempts = 10;

    public static async Task Run(Func<Task> transaction)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await transaction();
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // The winner is through, but among many writers the next opponent waits already: up to 2, 4, 8 … ms, each its own, part them.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * (1 << attempt)), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
