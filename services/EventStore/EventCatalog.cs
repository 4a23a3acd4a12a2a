using System.Text.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;

namespace Mamis.EventStore;

/// <summary>The events a service knows: their names on disk, which never change, and the ladder from older shapes.</summary>
public sealed class EventCatalog
{
    private readonly Dictionary<string, EventType> _byAlias = [];
    private readonly Dictionary<Type, EventType> _byType = [];
    private readonly Dictionary<Type, string> _streams = [];

    public IReadOnlyCollection<Type> EventTypes => _byType.Keys;

    public IReadOnlyCollection<Type> StreamTypes => _streams.Keys;

    /// <summary>A kind of stream and every event that can stand in it.</summary>
    public EventCatalog Stream<TState>(params ReadOnlySpan<Type> events)
        where TState : class, IEvolve<TState>, new()
    {
        _streams[typeof(TState)] = Snake(typeof(TState).Name);

        foreach (var type in events)
        {
            var known = new EventType(Snake(type.Name), type, $"{type.FullName}, {type.Assembly.GetName().Name}");

            if (_byAlias.TryGetValue(known.Alias, out var other) && other.Type != type)
            {
                throw new ArgumentException($"Two events have the name '{known.Alias}' on disk: {other.Type} and {type}.");
            }

            _byAlias[known.Alias] = known;
            _byType[type] = known;
        }

        return this;
    }

    /// <summary>Reads events stored under an older name or shape as today's event.</summary>
    /// <param name="alias">The name on disk, in snake_case.</param>
    /// <param name="upcast">From the stored body to a body that today's event can be read from.</param>
    public EventCatalog Upcast<TEvent>(string alias, Func<JsonObject, JsonObject> upcast)
    {
        var present = _byType[typeof(TEvent)];
        _byAlias[alias] = present with { Upcast = upcast };
        return this;
    }

    /// <summary>Every name that an event has on disk or had once, and the type it is read as.</summary>
    public IEnumerable<(string Alias, Type Type)> Names => _byAlias.Select(it => (it.Key, it.Value.Type));

    /// <summary>The name under which an event is written today.</summary>
    public string Alias(Type @event) => _byType[@event].Alias;

    public string StreamAlias(Type state) => _streams.TryGetValue(state, out var alias)
        ? alias
        : throw new InvalidOperationException($"{state} is not a stream of this service; name it in AddEventStore.");

    /// <summary>Name on disk and body of an event.</summary>
    public (string Alias, string DotNetType, string Json) Write(object @event) =>
        _byType.TryGetValue(@event.GetType(), out var type)
            ? (type.Alias, type.DotNetType, JsonSerializer.Serialize(@event, type.Type, EventJson.Options))
            : throw new InvalidOperationException($"{@event.GetType()} is not an event of this service; name it in AddEventStore.");

    /// <summary>An event in its present shape.</summary>
    public object Read(string alias, string json)
    {
        if (!_byAlias.TryGetValue(alias, out var type))
        {
            throw new InvalidOperationException($"The store holds an event '{alias}' that this service does not know.");
        }

        var read = type.Upcast is { } upcast && JsonNode.Parse(json) is JsonObject body
            ? upcast(body).Deserialize(type.Type, EventJson.Options)
            : JsonSerializer.Deserialize(json, type.Type, EventJson.Options);

        return read ?? throw new InvalidOperationException($"The body of an event '{alias}' is empty.");
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private sealed record EventType(string Alias, Type Type, string DotNetType)
    {
        public Func<JsonObject, JsonObject>? Upcast { get; init; }
    }
}
