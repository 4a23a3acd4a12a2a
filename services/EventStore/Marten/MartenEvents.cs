using JasperFx.Events;
using Marten;

namespace Mamis.EventStore.Marten;

/// <summary>One event in the port's words and in Marten's; identity, time and trace are ours in both.</summary>
internal static class MartenEvents
{
    private const string TraceParent = "traceparent";

    public static IEvent ForMarten(this IDocumentSession session, StoredEvent e)
    {
        var it = session.Events.BuildEvent(e.Data);
        it.Id = e.Id;
        it.Timestamp = e.Timestamp;

        if (e.TraceParent is { } parent)
        {
            it.SetHeader(TraceParent, parent);
        }

        return it;
    }

    public static StoredEvent FromMarten(IEvent e) => new()
    {
        Sequence = e.Sequence,
        Id = e.Id,
        StreamId = e.StreamId,
        Version = e.Version,
        Timestamp = e.Timestamp.ToUniversalTime(),
        Data = e.Data,
        TraceParent = e.GetHeader(TraceParent)?.ToString(),
    };
}
