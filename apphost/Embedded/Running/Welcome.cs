using System.Text.Json;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>Tells whoever started the system where it is and who may log in, or why it is not there.</summary>
public sealed class Welcome(StateDirectory state, Terminal terminal)
{
    private sealed record Demo(IReadOnlyList<Account> Logins);

    private sealed record Account(string Login, string Password, string Role, string? Association);

    public void Show(IReadOnlyList<string> addresses)
    {
        terminal.Write(string.Empty);
        terminal.Write($"Ready: {string.Join(", ", addresses)}");
        terminal.Write($"Logs: {state.Logs}");

        if (File.Exists(state.DemoFile)
            && JsonSerializer.Deserialize<Demo>(File.ReadAllText(state.DemoFile), JsonSerializerOptions.Web) is { } demo)
        {
            terminal.Write($"Demonstration logins, with the machine clients in {state.DemoFile}:");

            foreach (var it in demo.Logins)
            {
                terminal.Write($"  {it.Role,-18} {it.Login,-24} {it.Password,-24} {it.Association}");
            }
        }
    }

    public void ShowFailure(IEnumerable<Unit> missing, TimeSpan limit)
    {
        foreach (var unit in missing)
        {
            var waits = unit.WaitsFor.Where(it => !it.FirstHealthy.IsCompleted).Select(it => it.Name).ToList();
            terminal.Write(waits.Count > 0
                ? $"{unit.Name} still waits for {string.Join(", ", waits)}."
                : $"{unit.Name} was not healthy within {limit.TotalSeconds:0} s. Its last lines:");

            foreach (var line in waits.Count > 0 ? [] : unit.Log.Last)
            {
                terminal.Write($"    {line}");
            }
        }
    }
}
