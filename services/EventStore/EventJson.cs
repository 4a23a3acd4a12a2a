using System.Text.Json;
using System.Text.Json.Serialization;
using Mamis.Kernel;

namespace Mamis.EventStore;

/// <summary>How events and documents are written: property names as they are, enums as text, typed identifiers as Guids.</summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new TypedIdJsonConverterFactory() },
    };
}
