using System.Data.Common;
using System.Text.Json;

namespace Mamis.EventStore.Postgres;

/// <summary>A row of <c>mt_events</c> whose body is not read yet, so that rows beyond a gap cost no parsing.</summary>
internal readonly record struct EventRow(
    long Sequence, Guid Id, Guid StreamId, long Version, string Body, string Alias, DateTimeOffset Timestamp, string? Headers)
{
    public const string Columns = "seq_id, id, stream_id, version, data::text, type, timestamp, headers::text";

    public static EventRow Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetGuid(2),
        reader.GetInt64(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.IsDBNull(7) ? null : reader.GetString(7));

    public StoredEvent ToEvent(EventCatalog catalog) => new()
    {
        Sequence = Sequence,
        Id = Id,
        StreamId = StreamId,
        Version = Version,
        Timestamp = Timestamp,
        Data = catalog.Read(Alias, Body),
        TraceParent = Headers is null ? null : TraceParentOf(Headers),
    };

    private static string? TraceParentOf(string headers)
    {
        using var json = JsonDocument.Parse(headers);
        // Where there is nothing to say Marten stores the JSON word null.
        return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("traceparent", out var parent)
            ? parent.GetString()
            : null;
    }
}
