using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Calls as tests read them: what was refused, and with which codes.</summary>
public static class Http
{
    public static async Task Does(this HttpClient client, string path, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync(path, body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The status and the codes of a refusal.</summary>
    public static async Task<(int Status, string Codes)> IsRefused(this HttpClient client, string path, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync(path, body ?? new { });
        return await Refusal(answer);
    }

    public static async Task<(int Status, string Codes)> IsRefusedReading(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await Refusal(answer);
    }

    public static async Task<HttpResponseMessage> Attaches(
        this HttpClient client, string application, string kind, byte[] content, params (string Name, string Value)[] more)
    {
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { file, "file", "my licence.pdf" } };

        foreach (var (name, value) in more)
        {
            form.Add(new StringContent(value), name);
        }

        return await client.PostAsync($"{application}/documents", form);
    }

    public static async Task<(int Status, string Codes)> Refusal(HttpResponseMessage answer)
    {
        Assert.False(answer.IsSuccessStatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        return ((int)answer.StatusCode, string.Join(" ", problem.GetProperty("refusals").EnumerateArray().Select(it => it.GetProperty("code").GetString())));
    }
}
