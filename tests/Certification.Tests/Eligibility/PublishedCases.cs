using System.Text.Json;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Features.Simulation;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>The worked examples of the domain, read by the same strict reader that serves the simulation.</summary>
public sealed class PublishedCases
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, JsonElement> ById = Load();

    public static TheoryData<string> Ids => [.. ById.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_answer_is_the_published_one(string id)
    {
        var (it, refusals) = CaseReader.Read(WithoutExpected(ById[id]));

        Assert.Empty(refusals);
        Assert.NotNull(it);

        var answer = JsonSerializer.SerializeToElement(SimulationAnswer.From(Examination.Of(it)), Web);

        Assert.True(
            JsonElement.DeepEquals(ById[id].GetProperty("expected"), answer),
            $"{id} expected {ById[id].GetProperty("expected")} and got {answer}");
    }

    [Fact]
    public void There_are_75_of_them() => Assert.Equal(75, ById.Count);

    [Fact]
    public void A_case_that_brings_its_expected_answer_is_refused()
    {
        var (it, refusals) = CaseReader.Read(ById["OCC-N-01"]);

        Assert.Null(it);
        Assert.Equal(("FIELD_UNKNOWN", "expected"), (refusals[0].Code, refusals[0].Subject));
    }

    private static JsonElement WithoutExpected(JsonElement it) => JsonSerializer.SerializeToElement(
        it.EnumerateObject().Where(field => field.Name != "expected").ToDictionary(field => field.Name, field => field.Value));

    private static Dictionary<string, JsonElement> Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Cases", "domain-cases.json"));

        return JsonSerializer.Deserialize<JsonElement[]>(file)?.ToDictionary(it => it.GetProperty("id").GetString() ?? "") ?? [];
    }
}
