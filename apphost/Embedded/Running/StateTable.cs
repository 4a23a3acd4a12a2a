namespace Mamis.AppHost.Embedded.Running;

/// <summary>The states of everything at a glance: redrawn in place for a person, told apart by lines otherwise.</summary>
public static class StateTable
{
    public static void Show(RunRecord run, Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            terminal.ShowTable(run.Phase is RunPhase.Starting or RunPhase.Stopping ? Lines(run) : []);
        }
    }

    public static IReadOnlyList<string> Lines(RunRecord run) =>
    [
        .. run.Resources.Select(it =>
            $"  {it.Key,-20} {it.Value.State.ToString().ToLowerInvariant(),-11} {string.Join(", ", it.Value.Ports),-14}"
            + (it.Value.Restarts > 0 ? $" restarted {it.Value.Restarts} times" : string.Empty)),
    ];
}
