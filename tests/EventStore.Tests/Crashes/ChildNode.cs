using System.Diagnostics;

namespace Mamis.EventStore.Tests.Crashes;

/// <summary>Starts <see cref="CrashingNode"/> from this very assembly.</summary>
internal static class ChildNode
{
    private const int Killed = 128 + 9;

    public static Process Start(CrashPoint point, string connection, IEnumerable<Guid> streams)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(ChildNode).Assembly.Location, point.ToString(), connection, .. streams.Select(it => it.ToString())])
        {
            // Compiling for the long run would cost more than it saves here.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };

        return Process.Start(start) ?? throw new InvalidOperationException("The node could not be started.");
    }

    /// <summary>Runs a node to its own end, which has to be a violent one.</summary>
    public static async Task RunUntilKilled(CrashPoint point, string connection, IEnumerable<Guid> streams)
    {
        using var node = Start(point, connection, streams);
        await node.WaitForExitAsync();
        Assert.Equal(Killed, node.ExitCode);
    }
}
