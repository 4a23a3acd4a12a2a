namespace Mamis.ServiceDefaults;

/// <summary>The queues this service listens on, known once the bus is configured.</summary>
public sealed class ReceiveQueues
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _names;

    internal void Add(string name) => _names.Add(name);

    internal static string ErrorsOf(string queue) => $"{queue}_error";
}
