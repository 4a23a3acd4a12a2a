using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.EventStore.Postgres;

/// <summary>Turns changes into the statements of one batch: events first, so that a wrong version spares all the rest.</summary>
internal static class AppendStatements
{
    private const string Append =
        "select mamis_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    private const string AppendOne = "select mamis_append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string Inbox = "insert into mamis_inbox (consumer, message_id) select consumer, message_id from rows";

    private const string Leave =
        """
        insert into mamis_commands (id, kind, payload, due) select id, kind, payload, due from rows
        on conflict (id) do nothing
        """;

    public static IEnumerable<NpgsqlBatchCommand> For(
        Changes changes, IReadOnlyList<StoredEvent> events, EventCatalog catalog, IEnumerable<IInlineView> views)
    {
        if (events.Count == 1)
        {
            yield return AppendEvent(changes.Streams[0], events[0], catalog);
        }
        else if (events.Count > 0)
        {
            yield return AppendEvents(changes.Streams, events, catalog);
        }

        foreach (var statement in Beside(changes, events, views))
        {
            yield return statement.ToBatchCommand();
        }
    }

    /// <summary>Everything but the events themselves, which the engines append each in their own way.</summary>
    public static IEnumerable<Sql> Beside(Changes changes, IReadOnlyList<StoredEvent> events, IEnumerable<IInlineView> views)
    {
        if (changes.HandledMessages.Count > 0)
        {
            yield return Sql.ForEach(Inbox, changes.HandledMessages);
        }

        if (events.Count > 0)
        {
            foreach (var statement in views.SelectMany(view => view.Project(events)))
            {
                yield return statement;
            }
        }

        foreach (var rows in changes.Rows)
        {
            yield return rows;
        }

        if (changes.Commands.Count > 0)
        {
            yield return Sql.ForEach(Leave, changes.Commands);
        }
    }

    private static NpgsqlBatchCommand AppendEvent(StreamAppend stream, StoredEvent e, EventCatalog catalog)
    {
        var (alias, dotNetType, json) = catalog.Write(e.Data);

        return new(AppendOne)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = stream.StreamId },
                new NpgsqlParameter<string> { TypedValue = catalog.StreamAlias(stream.State) },
                new NpgsqlParameter<long> { TypedValue = stream.ExpectedVersion },
                new NpgsqlParameter<Guid> { TypedValue = e.Id },
                new NpgsqlParameter<string> { TypedValue = json },
                new NpgsqlParameter<string> { TypedValue = alias },
                new NpgsqlParameter<string> { TypedValue = dotNetType },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = e.Timestamp.ToUniversalTime() },
                Correlation(),
                Headers(),
            },
        };
    }

    private static NpgsqlBatchCommand AppendEvents(
        IReadOnlyList<StreamAppend> streams, IReadOnlyList<StoredEvent> events, EventCatalog catalog)
    {
        var written = events.Select(e => catalog.Write(e.Data)).ToArray();

        return new(Append)
        {
            Parameters =
            {
                new() { Value = streams.Select(it => it.StreamId).ToArray() },
                new() { Value = streams.Select(it => catalog.StreamAlias(it.State)).ToArray() },
                new() { Value = streams.Select(it => it.ExpectedVersion).ToArray() },
                new() { Value = streams.Select(it => it.Events.Count).ToArray() },
                new() { Value = events.Select(it => it.Id).ToArray() },
                new() { Value = events.Select(it => it.StreamId).ToArray() },
                new() { Value = events.Select(it => it.Version).ToArray() },
                new() { Value = written.Select(it => it.Json).ToArray() },
                new() { Value = written.Select(it => it.Alias).ToArray() },
                new() { Value = written.Select(it => it.DotNetType).ToArray() },
                new() { Value = events[0].Timestamp.ToUniversalTime() },
                Correlation(),
                Headers(),
            },
        };
    }

    private static NpgsqlParameter Correlation() => Text(Activity.Current?.TraceId.ToString());

    private static NpgsqlParameter Headers() => Text(Activity.Current?.Id is { } parent
        ? JsonSerializer.Serialize(new Dictionary<string, string> { ["traceparent"] = parent })
        : null);

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
