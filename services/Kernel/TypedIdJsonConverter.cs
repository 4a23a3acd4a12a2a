using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mamis.Kernel;

/// <summary>Writes and reads a typed identifier as its Guid.</summary>
public sealed class TypedIdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, ITypedId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>Finds the converter of every typed identifier, so that none has to name one.</summary>
public sealed class TypedIdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && Array.Exists(
            typeToConvert.GetInterfaces(),
            it => it.IsGenericType && it.GetGenericTypeDefinition() == typeof(ITypedId<>));

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(TypedIdJsonConverter<>).MakeGenericType(typeToConvert));
}
