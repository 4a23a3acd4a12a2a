using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Integration;

/// <summary>The simulation over HTTP: the published answer, strict input, and who may ask.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class SimulationTests(CertificationApp app)
{
    private const string Case =
        """
        {
          "certification": "sports", "application": "renewal", "asOf": "2026-06-20",
          "applicant": { "member": true, "myPage": "completed", "practiceProof": true },
          "certificate": { "validFrom": "2021-10-01", "validTo": "2026-09-30" },
          "credits": [ { "date": "2025-06-15", "category": "retraining", "units": 5, "source": "mamis", "trainingId": "RT" } ]
        }
        """;

    [Theory]
    [InlineData(Roles.Physician)]
    [InlineData(Roles.JmaStaff)]
    [InlineData(Roles.Auditor)]
    public async Task The_answer_has_the_published_fields_and_no_other(string role)
    {
        using var answer = await Post(app.As(Guid.CreateVersion7(), role), Case);

        Assert.Equal(
            """{"eligible":true,"reasons":[],"flags":[],"counted":{"total":5},"newValidity":{"validFrom":"2026-10-01","validTo":"2031-09-30"}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"certification":"sports"}""", "FIELD_MISSING FIELD_MISSING")]
    [InlineData("""{"certification":"sports","certification":"sports"}""", "BODY_NOT_JSON")]
    [InlineData("""{"certification":""", "BODY_NOT_JSON")]
    [InlineData("", "BODY_NOT_JSON")]
    [InlineData("""{"certification":"sports","application":"new","asOf":"2026-01-01","surprise":1}""", "FIELD_UNKNOWN")]
    public async Task What_is_no_case_is_refused_with_a_code_for_each_fault(string body, string codes)
    {
        using var answer = await Post(app.As(Guid.CreateVersion7(), Roles.Physician), body);

        Assert.Equal((422, codes), await Http.Refusal(answer));
    }

    [Fact]
    public async Task Without_a_token_nobody_simulates_and_without_a_fitting_role_neither()
    {
        using var nobody = await Post(app.CreateClient(), Case);
        using var organizer = await Post(app.As(Guid.CreateVersion7(), Roles.Organizer), Case);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (nobody.StatusCode, organizer.StatusCode));
    }

    /// <summary>Whatever is shown can be sent back as it is, so nobody has to write a case from nothing.</summary>
    [Fact]
    public async Task Every_worked_case_can_be_read_and_tried_and_says_nothing_of_its_answer_G7()
    {
        using var auditor = app.As(Guid.CreateVersion7(), Roles.Auditor);
        var list = (await auditor.GetFromJsonAsync<JsonElement>("/simulations")).GetProperty("cases").EnumerateArray().ToArray();

        Assert.Equal(75, list.Length);

        foreach (var id in list.Select(it => it.GetProperty("id").GetString()))
        {
            var worked = await auditor.GetStringAsync($"/simulations/{id}");
            using var answer = await Post(auditor, worked);

            Assert.DoesNotContain("expected", worked, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_worked_case_that_is_none_is_named()
    {
        using var answer = await app.As(Guid.CreateVersion7(), Roles.Physician).GetAsync("/simulations/OCC-N-00");

        Assert.Equal((404, "WORKED_CASE_UNKNOWN"), await Http.Refusal(answer));
    }

    [Fact]
    public async Task Every_route_is_in_the_published_document()
    {
        var document = await app.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.True(document.GetProperty("paths").TryGetProperty("/simulations", out _));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string body) =>
        client.PostAsync("/simulations", new StringContent(body, Encoding.UTF8, "application/json"));
}
