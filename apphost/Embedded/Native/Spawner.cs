using System.Collections.Concurrent;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>Starts every child from one thread that lives as long as this process.</summary>
/// <remarks>Linux sends the parent-death signal when the <em>thread</em> that forked ends; pool threads come and go.</remarks>
public static class Spawner
{
    private static readonly BlockingCollection<Action> Work = [];

    static Spawner() => new Thread(Loop) { IsBackground = true, Name = "spawner" }.Start();

    public static void Run(Action start)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Work.Add(() =>
        {
            try
            {
                start();
                done.SetResult();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                done.SetException(failure);
            }
        });

        done.Task.GetAwaiter().GetResult();
    }

    private static void Loop()
    {
        foreach (var start in Work.GetConsumingEnumerable())
        {
            start();
        }
    }
}
