using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Integration;

/// <summary>What Notifications asks before it tells somebody: missing credits, and what first desks await (N5).</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class NoticeFactsTests(CertificationApp app)
{
    private readonly HttpClient _service = app.As(Guid.CreateVersion7(), Roles.Service);
    private readonly HttpClient _county = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001");

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task What_is_missing_is_what_the_evaluation_says_for_many_at_once_OR2()
    {
        var (rich, poor) = (await new InventedPhysician(app).Known(), await new InventedPhysician(app).Known());
        await rich.GainedTwenty();
        await rich.Evaluated(total: 20);
        await poor.Gained("life-update", 18, Today.AddDays(-30));
        await poor.Until("/evaluations/me?scheme=occupational&kind=renewal", it => it.GetProperty("counted").GetProperty("total").GetInt32() == 18);
        var (richOnes, poorOnes) = (await CertificateOf(rich), await CertificateOf(poor));
        var answers = await Asked(richOnes, poorOnes, Guid.CreateVersion7());

        Assert.Equal(2, answers.Count);
        Assert.Empty(answers[richOnes].GetProperty("missing").EnumerateArray());
        Assert.Equal(
            ["OCC_RENEWAL_TOTAL_SHORT 20 18", "OCC_RENEWAL_FIELD_SHORT 1 0", "OCC_RENEWAL_SPECIAL_SHORT 1 0"],
            answers[poorOnes].GetProperty("missing").EnumerateArray().Select(it => $"{it.GetProperty("code")} {it.GetProperty("required")} {it.GetProperty("counted")}"));
        Assert.Equal($"{poor.ValidTo:yyyy-MM-dd}", answers[poorOnes].GetProperty("validTo").GetString());
        // These certificates end inside the special measure, so later units still count (rule X1).
        Assert.Equal("2028-03-31", answers[poorOnes].GetProperty("unitsUntil").GetString());
    }

    [Fact]
    public async Task More_than_a_thousand_certificates_are_not_answered_and_nobody_but_a_service_is()
    {
        var many = Enumerable.Range(0, 1_001).Select(_ => Guid.CreateVersion7());

        Assert.Equal((422, "FIELD_INVALID"), await _service.IsRefused("/internal/missing-credits", new { certificateIds = many }));
        Assert.Equal((422, "FIELD_MISSING"), await _service.IsRefused("/internal/awaited-receipts"));
        Assert.Equal((403, "NOT_ALLOWED"), await _county.IsRefused("/internal/awaited-receipts", new { before = Today }));
    }

    [Fact]
    public async Task An_application_waits_from_the_day_it_came_to_the_desk_until_fee_and_handbook_are_there_U6()
    {
        var (physician, application) = await Submitted();
        Assert.Null(await Waiting(physician, Today.AddDays(-1)));
        var waiting = await Waiting(physician, Today);
        Assert.Equal(("13-001", true, true), (waiting?.Desk, waiting?.Fee, waiting?.Original));

        await _county.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        waiting = await Waiting(physician, Today);
        Assert.Equal((false, true), (waiting?.Fee, waiting?.Original));
        await _county.Does($"{application}/original-receipts", new { receivedOn = Today });

        Assert.Null(await Waiting(physician, Today));
    }

    [Fact]
    public async Task What_was_sent_back_or_withdrawn_waits_for_nothing_and_what_came_again_does()
    {
        var (physician, application) = await Submitted();
        await _county.Does($"{application}/returns", new { reasons = new[] { new { item = "licence-image", text = "画像が不鮮明です。" } } });
        Assert.Null(await Waiting(physician, Today));
        await physician.UntilStatus(application, "returned");
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        Assert.NotNull(await Waiting(physician, Today));
        await physician.Client.Does($"{application}/withdrawal");

        Assert.Null(await Waiting(physician, Today));
    }

    private async Task<(InventedPhysician Physician, string Application)> Submitted()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);

        return (physician, application);
    }

    private static async Task<Guid> CertificateOf(InventedPhysician physician) =>
        (await physician.Until("/certificates?mine=true", it => it.GetProperty("certificates").GetArrayLength() == 1)).GetProperty("certificates")[0].GetProperty("id").GetGuid();

    private async Task<Dictionary<Guid, JsonElement>> Asked(params Guid[] certificateIds)
    {
        using var answer = await _service.PostAsJsonAsync("/internal/missing-credits", new { asOf = Today, certificateIds });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToDictionary(it => it.GetProperty("certificateId").GetGuid());
    }

    private async Task<Awaited?> Waiting(InventedPhysician physician, DateOnly before)
    {
        using var answer = await _service.PostAsJsonAsync("/internal/awaited-receipts", new { before });
        return (await answer.Content.ReadFromJsonAsync<Awaited[]>())?.SingleOrDefault(it => it.PhysicianId == physician.Id);
    }

    private sealed record Awaited(Guid PhysicianId, string Desk, bool Fee, bool Original);
}
