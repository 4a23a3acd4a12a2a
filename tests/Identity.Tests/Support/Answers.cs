using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Mamis.Identity.Tests.Support;

/// <summary>Reads answers; a missing field fails the test that asked for it.</summary>
public static class Answers
{
    public static async Task<JsonNode> Json(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new InvalidDataException("The answer is empty.");

    public static string Text(this JsonNode? node) => node?.GetValue<string>() ?? throw new InvalidDataException("There is no such field.");

    /// <summary>Status and codes of a problem.</summary>
    public static async Task<(HttpStatusCode Status, string Codes)> Problem(this HttpResponseMessage answer) =>
        (answer.StatusCode, string.Join(' ', ((await answer.Json())["refusals"]?.AsArray() ?? []).Select(it => it?["code"].Text())));

    public static async Task<JsonNode> Import(this HttpClient jma, string csv, bool dryRun = false)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await jma.PostAsync(new Uri($"/imports/physicians?dryRun={dryRun}", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Json();
    }
}
