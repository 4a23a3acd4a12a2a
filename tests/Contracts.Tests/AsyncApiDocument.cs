using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mamis.Contracts.Tests;

/// <summary>Writes the AsyncAPI 3 document that the contracts amount to: channels, messages, fields and their meaning.</summary>
public static partial class AsyncApiDocument
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, string> Summaries = ReadSummaries();

    public static string Write()
    {
        var text = new StringBuilder(
            """
            asyncapi: 3.0.0
            info:
              title: Mamis messages between services
              version: 1.0.0
              description: >-
                What services tell each other over RabbitMQ. The message id is the id of the stored event: a message delivered twice
                has the same id and one effect. Contracts only grow.
            defaultContentType: application/vnd.masstransit+json

            """);
        text.Append("channels:\n");
        ContractTypes.All.ToList().ForEach(it => WriteChannel(text, it));
        text.Append("operations:\n");
        ContractTypes.All.ToList().ForEach(it => WriteOperation(text, it));
        Listeners.ByContract
            .SelectMany(it => it.Value.Select(queue => (Contract: it.Key, Queue: queue)))
            .OrderBy(it => it.Queue, StringComparer.Ordinal).ThenBy(it => it.Contract.Name, StringComparer.Ordinal)
            .ToList().ForEach(it => WriteListener(text, it.Queue, it.Contract));
        text.Append("components:\n  messages:\n");
        ContractTypes.All.ToList().ForEach(it => WriteMessage(text, it));

        return text.ToString();
    }

    private static void WriteChannel(StringBuilder text, Type it) => text.Append(CultureInfo.InvariantCulture,
        $"""
          {it.Name}:
            address: '{it.Namespace}:{it.Name}'
            messages:
              {it.Name}:
                $ref: '#/components/messages/{it.Name}'

        """);

    private static void WriteOperation(StringBuilder text, Type it) => text.Append(CultureInfo.InvariantCulture,
        $"""
          {ContractTypes.ServiceOf(it)}Tells{it.Name}:
            action: send
            channel:
              $ref: '#/channels/{it.Name}'

        """);

    private static void WriteListener(StringBuilder text, string queue, Type it) => text.Append(CultureInfo.InvariantCulture,
        $"""
          {queue}-hears-{it.Name}:
            action: receive
            channel:
              $ref: '#/channels/{it.Name}'

        """);

    private static void WriteMessage(StringBuilder text, Type it)
    {
        var properties = it.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        text.Append(CultureInfo.InvariantCulture,
            $"""
                {it.Name}:
                  summary: {Quoted(Summaries.GetValueOrDefault($"T:{it.FullName}"))}
                  payload:
                    type: object
                    required: [{string.Join(", ", properties.Where(IsRequired).Select(Name))}]
                    properties:

            """);

        foreach (var property in properties)
        {
            text.Append(CultureInfo.InvariantCulture, $"          {Name(property)}: {{ {SchemaOf(property)} }}\n");
        }
    }

    private static string SchemaOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var described = Summaries.TryGetValue($"P:{property.DeclaringType?.FullName}.{property.Name}", out var meaning) ? $", description: {Quoted(meaning)}" : string.Empty;
        var form = type switch
        {
            _ when type == typeof(Guid) => ("string", ", format: uuid"),
            _ when type == typeof(DateOnly) => ("string", ", format: date"),
            _ when type == typeof(DateTimeOffset) => ("string", ", format: date-time"),
            _ when type == typeof(bool) => ("boolean", string.Empty),
            _ when type == typeof(int) || type == typeof(long) => ("integer", string.Empty),
            _ when type == typeof(string) => ("string", string.Empty),
            _ => ("array", ", items: { type: string, format: uuid }"),
        };

        return $"type: {(IsRequired(property) ? form.Item1 : $"[{form.Item1}, 'null']")}{form.Item2}{described}";
    }

    private static bool IsRequired(PropertyInfo property) => Nullability.Create(property).ReadState is NullabilityState.NotNull;

    private static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string Quoted(string? text) => $"'{(text ?? string.Empty).Replace("'", "''", StringComparison.Ordinal)}'";

    private static Dictionary<string, string> ReadSummaries() => XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "Mamis.Contracts.xml"))
        .Descendants("member")
        .ToDictionary(
            it => it.Attribute("name")?.Value ?? string.Empty,
            it => Spaces().Replace(it.Element("summary")?.Value ?? string.Empty, " ").Trim());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
