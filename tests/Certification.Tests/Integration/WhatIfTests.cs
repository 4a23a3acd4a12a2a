using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Integration;

/// <summary>"If I attend these sessions", "if I apply on that day": the physician's own evaluation, tried out.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class WhatIfTests(CertificationApp app)
{
    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task Sessions_to_come_close_the_gap_on_paper_and_nothing_is_stored()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.Gained("life-special", 18, Today.AddDays(-30));
        await ShortOfTwo(physician);
        var answer = await Ask(physician, null, Session(Today.AddDays(10), "life-update", 1), Session(Today.AddDays(20), "life-field", 1));

        Assert.Equal($"{Today.AddDays(20):yyyy-MM-dd}", answer.GetProperty("asOf").GetString());
        Assert.False(answer.GetProperty("today").GetProperty("eligible").GetBoolean());
        Assert.True(answer.GetProperty("then").GetProperty("eligible").GetBoolean());
        Assert.Equal(20, answer.GetProperty("then").GetProperty("counted").GetProperty("total").GetInt32());
        await ShortOfTwo(physician);
    }

    [Fact]
    public async Task Of_two_days_to_apply_on_the_one_after_the_measure_is_too_late_X6()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var inTime = await Ask(physician, physician.ValidTo);
        var tooLate = await Ask(physician, new(2028, 5, 1));

        Assert.True(inTime.GetProperty("then").GetProperty("eligible").GetBoolean());
        Assert.Equal(["CERT_EXPIRED", "COVID_MEASURE_ENDED"], tooLate.GetProperty("then").GetProperty("reasons").EnumerateArray().Select(it => it.GetString()));
    }

    [Fact]
    public async Task Everything_wrong_with_the_question_is_named_at_once()
    {
        var client = app.As(Guid.CreateVersion7(), Roles.Physician);
        var question = new
        {
            scheme = "medical",
            kind = "renewal",
            asOf = Today,
            sessions = new object[] { Session(Today.AddDays(-1), "life-field", 1), Session(Today.AddDays(1), "nonsense", 0), new { item = "S99", mode = "radio" } },
        };
        using var answer = await client.PostAsJsonAsync("/evaluations/me/what-if", question);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(
            [
                "scheme FIELD_INVALID", "sessions[0].date DAY_OVER", "sessions[1].date SESSION_AFTER_APPLICATION", "sessions[1].category FIELD_INVALID",
                "sessions[1].units FIELD_INVALID", "sessions[2].date FIELD_INVALID", "sessions[2].category FIELD_INVALID", "sessions[2].item FIELD_INVALID",
                "sessions[2].units FIELD_INVALID", "sessions[2].mode FIELD_INVALID",
            ],
            problem.GetProperty("refusals").EnumerateArray().Select(it => $"{it.GetProperty("subject")} {it.GetProperty("code")}"));
    }

    /// <summary>18 units of one kind: short of the total, of update and of field training.</summary>
    private static Task<JsonElement> ShortOfTwo(InventedPhysician physician) => physician.Until("/evaluations/me?scheme=occupational&kind=renewal", it =>
        it.GetProperty("counted").GetProperty("total").GetInt32() == 18 && it.GetProperty("reasons").GetArrayLength() == 3);

    private static object Session(DateOnly date, string category, int units) => new { date, category, units };

    private static async Task<JsonElement> Ask(InventedPhysician physician, DateOnly? asOf, params object[] sessions)
    {
        using var answer = await physician.Client.PostAsJsonAsync(
            "/evaluations/me/what-if", new { scheme = "occupational", kind = "renewal", asOf, sessions });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
