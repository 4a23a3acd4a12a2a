using System.Globalization;
using System.Text.Json;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Simulation;

/// <summary>Reads a JSON object field by field and remembers everything that is wrong with it, so that one answer names it all.</summary>
/// <remarks>A field that cannot be read gives a stand-in value, so nothing read may be used once there are refusals.</remarks>
public sealed class StrictJson(JsonElement element, string path, List<Refusal> refusals)
{
    private readonly HashSet<string> _known = [];

    public string Text(string name) => Required(name) is null ? "" : OptionalText(name) ?? "";

    public string? OptionalText(string name) => Read(name, TextOf, "must be a text that is not empty");

    public DateOnly Day(string name) =>
        Required(name) is null ? default : Read(name, DayOf, "must be a day that exists from 1900 to 2999, written YYYY-MM-DD") ?? default;

    public int Count(string name) =>
        Required(name) is null ? default : Read(name, CountOf, "must be a whole number from 1 to 10000") ?? default;

    /// <summary>An absent flag is false.</summary>
    public bool Flag(string name) => Read(name, FlagOf, "must be true or false") ?? false;

    public TCode Code<TCode>(string name)
        where TCode : struct, Enum => Required(name) is null ? default : CodeOr<TCode>(name, default);

    /// <summary>A published code; an absent one is the usual.</summary>
    public TCode CodeOr<TCode>(string name, TCode usual)
        where TCode : struct, Enum =>
        Read(name, it => TextOf(it) is { } text ? Codes.Find<TCode>(text) : null, $"must be one of: {Codes.All<TCode>()}") ?? usual;

    public T? Part<T>(string name, Func<StrictJson, T> read)
        where T : class =>
        Read(name, it => it.ValueKind is JsonValueKind.Object ? read(new(it, At(name), refusals)) : null, "must be an object");

    /// <summary>What <paramref name="read"/> makes of each entry; an absent list is empty.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<StrictJson, T> read)
        where T : class =>
        Read(name, it => it.ValueKind is JsonValueKind.Array ? Entries(it, At(name), read) : null, "must be a list") ?? [];

    /// <summary>Refuses every field that was not asked for.</summary>
    public void RefuseUnknown() => refusals.AddRange(
        element.EnumerateObject().Where(it => !_known.Contains(it.Name)).Select(it => BadInput.UnknownField.For(At(it.Name))));

    public void Refuse(string name, string explanation) =>
        refusals.Add(BadInput.InvalidField.For(At(name)) with { Explanation = $"This field {explanation}." });

    private T[] Entries<T>(JsonElement list, string at, Func<StrictJson, T> read)
        where T : class =>
        [.. list.EnumerateArray().Select((it, index) => new StrictJson(it, $"{at}[{index}]", refusals).Entry(read)).OfType<T>()];

    private T? Entry<T>(Func<StrictJson, T> read)
        where T : class
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            return read(this);
        }

        refusals.Add(BadInput.InvalidField.For(path) with { Explanation = "Each entry of this list must be an object." });
        return null;
    }

    private JsonElement? Required(string name)
    {
        var field = Find(name);

        if (field is null)
        {
            refusals.Add(BadInput.MissingField.For(At(name)));
        }

        return field;
    }

    private T? Read<T>(string name, Func<JsonElement, T?> read, string explanation)
    {
        if (Find(name) is not { } field)
        {
            return default;
        }

        var value = read(field);

        if (value is null)
        {
            Refuse(name, explanation);
        }

        return value;
    }

    /// <summary>An explicit null says the same as leaving the field out.</summary>
    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null ? field : null;
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string? TextOf(JsonElement field) =>
        field.ValueKind is JsonValueKind.String && field.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool? FlagOf(JsonElement field) =>
        field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : null;

    /// <summary>The bound is beyond every real value and keeps sums from overflowing.</summary>
    private static int? CountOf(JsonElement field) =>
        field.ValueKind is JsonValueKind.Number && field.TryGetInt32(out var number) && number is >= 1 and <= 10_000 ? number : null;

    private static DateOnly? DayOf(JsonElement field) =>
        DateOnly.TryParseExact(TextOf(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2999
            ? day
            : null;
}
