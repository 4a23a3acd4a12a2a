using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Tests.Running;

/// <summary>A state directory of its own for one test, with a blank in its name.</summary>
public sealed class TestState : IDisposable
{
    public TestState(string name = "state of a test")
    {
        Root = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mamis {Guid.CreateVersion7():n}");
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Root, name)).FullName;
    }

    public string Path { get; }

    private string Root { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Waits for processes to go, which the kernel does in its own time.</summary>
public static class Gone
{
    public static async Task<bool> Soon(IEnumerable<ProcessIdentity> processes)
    {
        var left = processes.ToList();

        for (var look = 0; look < 1200 && left.Exists(it => it.IsRunning); look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return !left.Exists(it => it.IsRunning);
    }
}
