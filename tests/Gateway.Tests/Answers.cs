using System.Text.Json.Nodes;

namespace Mamis.Gateway.Tests;

/// <summary>Reads answers the way the tests ask about them.</summary>
public static class Answers
{
    public static async Task<JsonNode> Json(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException("Empty answer.");

    public static async Task<string?> Code(this HttpResponseMessage answer) => (await answer.Json())["code"]?.GetValue<string>();
}
