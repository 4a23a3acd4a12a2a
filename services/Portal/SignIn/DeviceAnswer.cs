using System.Text.Json;

namespace Mamis.Portal.SignIn;

/// <summary>What a device answered, as the page's script wrote it into the form. The portal passes it on and understands none of it.</summary>
public static class DeviceAnswer
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    /// <summary>What is no JSON is passed on as an empty answer, which Identity refuses.</summary>
    public static JsonElement Read(string? written)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(written ?? string.Empty);
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }
}
