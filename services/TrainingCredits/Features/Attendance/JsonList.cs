using System.Runtime.CompilerServices;
using System.Text.Json;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Reads an attendance list as a JSON array of objects with the columns as fields.</summary>
public static class JsonList
{
    private static readonly JsonSerializerOptions Options = new() { AllowDuplicateProperties = false };

    public static async IAsyncEnumerable<RowReading> Read(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var row = 0;
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, Options, cancellation).GetAsyncEnumerator(cancellation);

        while (await Next(items))
        {
            yield return Row(++row, items.Current);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<JsonElement> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException)
        {
            throw new ListUnreadableException([Refusals.ListMalformed]);
        }
    }

    private static RowReading Row(int row, JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            return RowReading.Broken(row, "Not an object.");
        }

        var unknown = item.EnumerateObject().Select(it => it.Name).Except(Columns.Names).ToArray();

        return unknown.Length > 0
            ? RowReading.Broken(row, $"Unknown fields: {string.Join(", ", unknown)}.")
            : RowReading.Of(row, [.. Columns.Names.Select(it => Text(item, it))]);
    }

    /// <summary>A number is taken as it was written; what is neither text nor number is no value of any column.</summary>
    private static string Text(JsonElement item, string field) => item.TryGetProperty(field, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => ValidText(value),
            _ => string.Empty,
        }
        : string.Empty;

    private static string ValidText(JsonElement value)
    {
        try
        {
            return value.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return string.Empty;
        }
    }
}
