using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mamis.Testing;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A certificate as it came out of the printer: its words, and what its code leads to.</summary>
public sealed partial record PrintedPaper(string Words, Uri Check)
{
    public string Snapshot => Check.Query["?snapshot=".Length..];

    public static async Task<PrintedPaper> Of(HttpClient client, Guid certificate)
    {
        using var answer = await client.GetAsync($"/certificates/{certificate}.pdf");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(("application/pdf", "attachment"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        return new(PdfText.Of(pdf), new(Link().Match(Encoding.Latin1.GetString(pdf)).Groups[1].Value));
    }

    /// <summary>What anybody is told of it, with the name and the birth date as they stand on it or as somebody wrote them there.</summary>
    public static async Task<JsonElement> Checked(HttpClient anybody, string snapshot, string? name = null, string? birthDate = null)
    {
        using var answer = await anybody.PostAsJsonAsync("/paper-checks", new { snapshot, name, birthDate });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Verdict(JsonElement check) =>
        string.Join(' ', check.GetProperty("changes").EnumerateArray().Select(it => it.GetString()).Prepend(check.GetProperty("verdict").GetString()));

    [GeneratedRegex(@"/URI \(([^)]+)\)")]
    private static partial Regex Link();
}
