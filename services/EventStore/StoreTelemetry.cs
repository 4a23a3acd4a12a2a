using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mamis.EventStore;

/// <summary>What the store tells of itself, under the name <c>Mamis.EventStore</c>.</summary>
public static class StoreTelemetry
{
    public const string Name = "Mamis.EventStore";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    public static Counter<long> Appended { get; } = Meter.CreateCounter<long>("mamis.events.appended");

    public static Counter<long> Published { get; } = Meter.CreateCounter<long>("mamis.events.published");

    /// <summary>Messages that came again and had no second effect.</summary>
    public static Counter<long> Duplicates { get; } = Meter.CreateCounter<long>("mamis.inbox.duplicates");
}
