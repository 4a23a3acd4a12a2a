using System.Collections.Concurrent;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>One statement over a set of rows: the text sees them as the relation <c>rows</c>, whatever their number.</summary>
/// <remarks>
/// Columns are the public properties of the row type in snake_case (see <see cref="RowShape"/>). One statement over
/// arrays is one plan and one message to the server for 1 or 5,000 rows.
/// </remarks>
public sealed record Sql
{
    private static readonly ConcurrentDictionary<Type, RowShape> Shapes = new();

    private readonly RowShape _shape;
    private readonly IReadOnlyList<object> _rows;

    private Sql(string text, RowShape shape, IReadOnlyList<object> rows)
    {
        Text = text;
        _shape = shape;
        _rows = rows;
    }

    public string Text { get; }

    /// <summary>A statement over rows, for example <c>insert into t (id) select id from rows on conflict do nothing</c>.</summary>
    public static Sql ForEach<TRow>(string text, IEnumerable<TRow> rows)
        where TRow : notnull =>
        new(text, Shapes.GetOrAdd(typeof(TRow), static type => new RowShape(type)), [.. rows.Select(row => (object)row)]);

    /// <summary>A statement over a single row.</summary>
    public static Sql For<TRow>(string text, TRow row)
        where TRow : notnull => ForEach(text, [row]);

    /// <summary>The statement for Npgsql; its rows are one array parameter a column.</summary>
    public NpgsqlBatchCommand ToBatchCommand()
    {
        var command = new NpgsqlBatchCommand(_shape.WithRows(Text));
        command.Parameters.AddRange(_shape.Parameters(_rows));
        return command;
    }
}
