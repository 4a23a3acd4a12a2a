using System.Reflection;
using System.Text.Json;
using Mamis.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.EventStore;

/// <summary>How the properties of a row type travel as columns.</summary>
/// <remarks>Identifiers become uuid, enums text, and whatever is neither a scalar nor text becomes jsonb.</remarks>
internal sealed class RowShape(Type row)
{
    private readonly Column[] _columns =
    [
        .. row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(it => it.GetIndexParameters().Length == 0)
            .Select(it => new Column(it)),
    ];

    /// <summary>The statement with its rows before it, as the first common table expression.</summary>
    public string WithRows(string text)
    {
        var arrays = string.Join(", ", _columns.Select((it, i) => $"${i + 1}::{it.SqlType}[]"));
        var names = string.Join(", ", _columns.Select(it => $"\"{it.Name}\""));
        var rows = $"rows as (select * from unnest({arrays}) as r({names}))";
        var statement = text.TrimStart();

        return statement.StartsWith("with ", StringComparison.OrdinalIgnoreCase)
            ? $"with {rows}, {statement[5..]}"
            : $"with {rows} {statement}";
    }

    public NpgsqlParameter[] Parameters(IReadOnlyList<object> rows) => [.. _columns.Select(it => it.Parameter(rows))];

    private sealed class Column
    {
        private readonly PropertyInfo _property;
        private readonly NpgsqlDbType _type;
        private readonly Type _element;
        private readonly Func<object, object> _convert;

        public Column(PropertyInfo property)
        {
            _property = property;
            Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            (SqlType, _type, _element, _convert) = KindOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }

        public string Name { get; }

        public string SqlType { get; }

        public NpgsqlParameter Parameter(IReadOnlyList<object> rows)
        {
            var values = Array.CreateInstance(_element, rows.Count);

            for (var i = 0; i < rows.Count; i++)
            {
                if (_property.GetValue(rows[i]) is { } value)
                {
                    values.SetValue(_convert(value), i);
                }
            }

            return new() { NpgsqlDbType = NpgsqlDbType.Array | _type, Value = values };
        }

        private static (string Sql, NpgsqlDbType Type, Type Element, Func<object, object> Convert) KindOf(Type type) => type switch
        {
            _ when type == typeof(Guid) => ("uuid", NpgsqlDbType.Uuid, typeof(Guid?), Same),
            _ when type == typeof(string) => ("text", NpgsqlDbType.Text, typeof(string), Same),
            _ when type == typeof(int) => ("integer", NpgsqlDbType.Integer, typeof(int?), Same),
            _ when type == typeof(long) => ("bigint", NpgsqlDbType.Bigint, typeof(long?), Same),
            _ when type == typeof(decimal) => ("numeric", NpgsqlDbType.Numeric, typeof(decimal?), Same),
            _ when type == typeof(bool) => ("boolean", NpgsqlDbType.Boolean, typeof(bool?), Same),
            _ when type == typeof(DateOnly) => ("date", NpgsqlDbType.Date, typeof(DateOnly?), Same),
            _ when type == typeof(TimeOnly) => ("time", NpgsqlDbType.Time, typeof(TimeOnly?), Same),
            _ when type == typeof(DateTimeOffset) => ("timestamptz", NpgsqlDbType.TimestampTz, typeof(DateTimeOffset?), it => ((DateTimeOffset)it).ToUniversalTime()),
            _ when type == typeof(byte[]) => ("bytea", NpgsqlDbType.Bytea, typeof(byte[]), Same),
            { IsEnum: true } => ("text", NpgsqlDbType.Text, typeof(string), it => it.ToString() ?? string.Empty),
            _ when typeof(ITypedId).IsAssignableFrom(type) => ("uuid", NpgsqlDbType.Uuid, typeof(Guid?), it => ((ITypedId)it).Value),
            _ => ("jsonb", NpgsqlDbType.Jsonb, typeof(string), it => JsonSerializer.Serialize(it, it.GetType(), EventJson.Options)),
        };

        private static object Same(object value) => value;
    }
}
