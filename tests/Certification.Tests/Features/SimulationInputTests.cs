using System.Text.Json;
using Mamis.Certification.Features.Simulation;

namespace Mamis.Certification.Tests.Features;

/// <summary>The simulation takes the published format and nothing else, and names all that is wrong at once.</summary>
public sealed class SimulationInputTests
{
    [Fact]
    public void What_is_absent_of_the_applicant_is_false_or_none()
    {
        var (it, refusals) = Read("""{"certification":"sports","application":"new","asOf":"2026-02-10"}""");

        Assert.Empty(refusals);
        Assert.Equal((false, false, 0), (it?.Applicant.Member, it?.Applicant.MyPageCompleted, it?.Credits.Count));
    }

    [Fact]
    public void An_explicit_null_says_the_same_as_leaving_the_field_out() => Assert.Empty(Refused(
        """{"certification":"sports","application":"new","asOf":"2026-02-10","certificate":null,"applicant":{"completion":null,"licenseImage":null}}"""));

    [Fact]
    public void Every_bad_field_is_named_at_once() => Assert.Equal(
        [
            "FIELD_INVALID certification", "FIELD_MISSING application", "FIELD_INVALID asOf",
            "FIELD_INVALID applicant.member", "FIELD_INVALID applicant.myPage", "FIELD_MISSING applicant.completion.type",
            "FIELD_INVALID applicant.completion.date", "FIELD_UNKNOWN applicant.age", "FIELD_MISSING certificate.validTo",
            "FIELD_INVALID credits[0].units", "FIELD_INVALID credits[0].source", "FIELD_MISSING credits[0].trainingId",
            "FIELD_INVALID credits[0].item", "FIELD_INVALID credits[1]", "FIELD_UNKNOWN expected",
        ],
        Refused(
            """
            {
              "certification": "dental", "asOf": "2026-02-30",
              "applicant": { "member": "yes", "myPage": "soon", "age": 3, "completion": { "date": 20250101 } },
              "certificate": { "validFrom": "2021-06-01" },
              "credits": [ { "date": "2025-09-01", "category": "life-update", "units": 1.5, "source": "sticker", "item": "S26" }, 7 ],
              "expected": {}
            }
            """));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("\"2\"")]
    public void Units_are_whole_positive_numbers_K22(string units) => Assert.Equal(
        ["FIELD_INVALID credits[0].units"],
        Refused(
            $$"""
            {
              "certification": "sports", "application": "renewal", "asOf": "2026-02-10",
              "credits": [ { "date": "2025-09-01", "category": "retraining", "units": {{units}}, "source": "mamis", "trainingId": "R" } ]
            }
            """));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026/02/10")]
    [InlineData("9999-12-31")]
    [InlineData("")]
    public void A_day_must_exist(string day) => Assert.Equal(
        ["FIELD_INVALID asOf"], Refused($$"""{"certification":"sports","application":"new","asOf":"{{day}}"}"""));

    [Fact]
    public void A_certificate_does_not_end_before_it_begins() => Assert.Equal(
        ["FIELD_INVALID certificate.validTo"],
        Refused(
            """{"certification":"sports","application":"renewal","asOf":"2026-02-10","certificate":{"validFrom":"2026-01-01","validTo":"2025-12-31"}}"""));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"case\"")]
    public void Anything_but_an_object_is_no_case(string json) => Assert.Equal(["BODY_NOT_JSON "], Refused(json));

    [Theory]
    [InlineData("\"id\"")]
    [InlineData("\"\\ud800\"")]
    public void Text_that_is_no_text_is_refused_and_breaks_nothing(string name) => Assert.NotEmpty(Refused(
        $$"""{"certification":"\ud800","application":"new","asOf":"2026-02-10",{{name}}:"\udc00"}"""));

    private static IEnumerable<string> Refused(string json) => Read(json).Refusals.Select(it => $"{it.Code} {it.Subject}");

    private static (Mamis.Certification.Domain.Eligibility.Case? Case, IReadOnlyList<Mamis.Kernel.Refusal> Refusals) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CaseReader.Read(document.RootElement);
    }
}
