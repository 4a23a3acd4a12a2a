using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mamis.Contracts.Tests;

/// <summary>A filled message whose values follow from the order of its properties, so that a change of shape shows.</summary>
public static class Sample
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static object Of(Type contract)
    {
        var message = Activator.CreateInstance(contract) ?? throw new InvalidOperationException($"{contract} has no empty constructor.");
        var properties = contract.GetProperties(BindingFlags.Public | BindingFlags.Instance);

        for (var i = 0; i < properties.Length; i++)
        {
            properties[i].SetValue(message, ValueFor(properties[i].PropertyType, properties[i].Name, i + 1));
        }

        return message;
    }

    public static string Write(object message) => JsonSerializer.Serialize(message, message.GetType(), Json) + "\n";

    public static object? Read(string json, Type contract) => JsonSerializer.Deserialize(json, contract, Json);

    private static object ValueFor(Type type, string name, int place) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var it when it == typeof(Guid) => Id(place),
        var it when it == typeof(string) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}-{place}",
        var it when it == typeof(int) => place,
        var it when it == typeof(long) => (long)place,
        var it when it == typeof(bool) => true,
        var it when it == typeof(DateOnly) => new DateOnly(2026, 4, place),
        var it when it == typeof(DateTimeOffset) => new DateTimeOffset(2026, 4, 1, place, 0, 0, TimeSpan.Zero),
        var it when it == typeof(IReadOnlyList<Guid>) => new[] { Id(place), Id(place + 100) },
        var it => throw new NotSupportedException($"A contract has a property of type {it}; keep to simple types or teach them here."),
    };

    private static Guid Id(int place) => new($"00000000-0000-8000-8000-{place:000000000000}");
}
