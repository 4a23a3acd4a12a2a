using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Simulation;

/// <summary>The worked cases of the domain, to be tried and changed. The answer that is expected of each stays here, for the tests.</summary>
public static class WorkedCases
{
    private const string File = "domain-cases.json";
    private const string Expected = "expected";

    private static readonly OrderedDictionary<string, JsonElement> ById = Read();

    private static readonly Answer Lines = new([.. ById.Select(it => LineOf(it.Key, it.Value))]);

    public sealed record Answer(IReadOnlyList<Line> Cases);

    /// <param name="Title">In English, as the domain names it.</param>
    public sealed record Line(string Id, string Title, string Certification, string Application);

    public static Ok<Answer> List() => TypedResults.Ok(Lines);

    /// <summary>One case, in the format that <c>POST /simulations</c> takes.</summary>
    public static Results<Ok<JsonElement>, ProblemHttpResult> Get(string id) =>
        ById.TryGetValue(id, out var it) ? TypedResults.Ok(it) : Refusals.WorkedCaseUnknown.ToProblem();

    private static Line LineOf(string id, JsonElement it) => new(id, Text(it, "title"), Text(it, "certification"), Text(it, "application"));

    private static string Text(JsonElement it, string name) => it.GetProperty(name).GetString() ?? string.Empty;

    private static OrderedDictionary<string, JsonElement> Read()
    {
        using var stream = DataFile.Open(File);
        using var cases = JsonDocument.Parse(stream);

        return new(cases.RootElement.EnumerateArray().Select(it => KeyValuePair.Create(Text(it, "id"), Without(it, Expected))));
    }

    private static JsonElement Without(JsonElement it, string name) => JsonSerializer.SerializeToElement(
        it.EnumerateObject().Where(field => field.Name != name).ToDictionary(field => field.Name, field => field.Value));
}
