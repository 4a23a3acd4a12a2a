using Mamis.EventStore.Tests.Domain;
using Mamis.Testing;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Appends whose transaction is kept open, or rolled back, after they have drawn their sequence numbers.</summary>
public static class Held
{
    /// <summary>An append that has drawn its number and ends when the gate does.</summary>
    public static async Task<Task> Append(StoreHost host, Gate gate)
    {
        var append = host.Store.Append(
            new Changes()
                .Append<Account>(Guid.CreateVersion7(), 0, [Accounts.Posted()])
                .Write(Sql.For("select pg_advisory_xact_lock_shared(key) from rows", new { gate.Key })),
            CancellationToken.None);
        await Eventually.True(
            async () => append.IsCompleted || await host.Count($"pg_locks where locktype = 'advisory' and objid = {gate.Key} and not granted") > 0,
            "the append waits at the gate");

        return append;
    }

    public static Changes For(double seconds) => new Changes()
        .Append<Account>(Guid.CreateVersion7(), 0, [Accounts.Posted()])
        .Write(Sql.For("select pg_sleep(seconds::float8) from rows", new { Seconds = (decimal)seconds }));

    /// <summary>Leaves a hole in the sequence.</summary>
    public static Task RolledBack(StoreHost host, int events = 1) => Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Store.Append(
        new Changes()
            .Append<Account>(Guid.CreateVersion7(), 0, [.. Enumerable.Repeat(Accounts.Posted(), events)])
            .Write(Sql.For("select 1 / zero from rows", new { Zero = 0 })),
        CancellationToken.None));
}
