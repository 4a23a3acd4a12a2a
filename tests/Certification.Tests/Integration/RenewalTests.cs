using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Contracts.Identity;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A renewal from the credits of others' messages to the certificate anybody can verify.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class RenewalTests(CertificationApp app)
{
    private readonly HttpClient _county = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001");
    private readonly HttpClient _prefecture = app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13");
    private readonly HttpClient _jma = app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA");

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task A_members_renewal_passes_three_desks_and_follows_the_old_term_V2()
    {
        var physician = await new InventedPhysician(app).Known();
        var entries = await physician.GainedTwenty();
        var evaluation = await physician.Evaluated(total: 20);
        Assert.Equal("PAPER_ORIGINAL_REQUIRED", Assert.Single(evaluation.GetProperty("flags").EnumerateArray()).GetString());
        Assert.Equal(4, evaluation.GetProperty("credits").GetArrayLength());

        var application = await physician.Drafted();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        await app.Services.Told<Published.ApplicationSubmitted>(it => it.PhysicianId == physician.Id && it.EntryIds.Order().SequenceEqual(entries.Order()));

        Assert.Equal((409, "FEE_UNPAID PAPER_ORIGINAL_NOT_RECEIVED"), await _county.IsRefused($"{application}/approvals"));
        await _county.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        await _county.Does($"{application}/original-receipts", new { receivedOn = Today });
        Assert.Equal((409, "APPLICATION_NOT_AT_YOUR_DESK"), await _prefecture.IsRefused($"{application}/approvals"));
        await _county.Does($"{application}/approvals");
        await _prefecture.Does($"{application}/approvals");
        await _jma.Does($"{application}/approvals");

        var renewed = await physician.Until("/certificates?mine=true", it =>
            it.GetProperty("certificates")[0].GetProperty("validTo").GetString() == $"{physician.ValidTo.AddYears(5):yyyy-MM-dd}");
        Assert.Equal($"{physician.ValidTo.AddDays(1):yyyy-MM-dd}", renewed.GetProperty("certificates")[0].GetProperty("validFrom").GetString());
        await app.Services.Told<Published.CertificateTermBegan>(it => it.PhysicianId == physician.Id && it.ValidTo == physician.ValidTo.AddYears(5));

        using var anybody = app.CreateClient();
        var verification = await anybody.GetFromJsonAsync<JsonElement>($"/verify/{physician.Number}");
        Assert.Equal(("valid", physician.Number), (verification.GetProperty("state").GetString(), verification.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task Who_registered_without_a_postcard_applies_once_the_licence_was_compared_A2()
    {
        var physician = await new InventedPhysician(app).Known(selfRegistered: true);
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();
        Assert.Equal((409, "REGISTRATION_UNCHECKED"), await physician.Client.IsRefused($"{application}/submission"));

        await app.Publish(new RegistrationConfirmed { PhysicianId = physician.Id, OccurredAt = default });
        await Compared(physician.Id);
        await physician.Client.Does($"{application}/submission");
    }

    [Fact]
    public async Task The_comparison_may_be_heard_before_the_registration_A2()
    {
        var physician = new InventedPhysician(app);
        await app.Publish(new RegistrationConfirmed { PhysicianId = physician.Id, OccurredAt = default });
        await Compared(physician.Id);
        await physician.Known(selfRegistered: true);
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);

        await physician.Client.Does($"{await physician.Drafted()}/submission");
    }

    [Fact]
    public async Task A_non_member_adds_the_licence_is_sent_back_once_and_needs_two_desks_A5()
    {
        var physician = await new InventedPhysician(app, county: null).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();

        Assert.Equal((409, "LICENSE_IMAGE_MISSING"), await physician.Client.IsRefused($"{application}/submission"));
        using var attached = await physician.Client.Attaches(application, "licence-image", [.. "%PDF-1.4 licence"u8]);
        attached.EnsureSuccessStatusCode();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);

        await _prefecture.Does($"{application}/returns", new { reasons = new[] { new { item = "licence-image", text = "画像が不鮮明です。" } } });
        var returned = await physician.UntilStatus(application, "returned");
        Assert.Equal("画像が不鮮明です。", returned.GetProperty("remarks")[0].GetProperty("text").GetString());
        Assert.Equal((404, "APPLICATION_UNKNOWN"), await _county.IsRefusedReading(application));

        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        await _prefecture.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        await _prefecture.Does($"{application}/original-receipts", new { receivedOn = Today });
        await _prefecture.Does($"{application}/approvals");
        await _jma.Does($"{application}/approvals");
        await physician.UntilStatus(application, "granted");
    }

    [Fact]
    public async Task What_the_ledger_finds_short_comes_back_and_spent_units_do_not_count_again_OR7()
    {
        var physician = await new InventedPhysician(app).Known();
        var entries = await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();
        await physician.Client.Does($"{application}/submission");

        await app.Publish(new CreditsSpent
        {
            ApplicationId = Guid.CreateVersion7(),
            PhysicianId = physician.Id,
            EntryIds = [entries[0]],
            OccurredAt = TimeProvider.System.GetUtcNow(),
        });
        await app.Publish(new CreditsFoundShort
        {
            ApplicationId = Guid.Parse(application.Split('/')[^1]),
            PhysicianId = physician.Id,
            EntryIds = [entries[0]],
            OccurredAt = TimeProvider.System.GetUtcNow(),
        });

        await physician.UntilStatus(application, "credits-short");
        await physician.Until("/evaluations/me?scheme=occupational&kind=renewal", it => it.GetProperty("counted").GetProperty("total").GetInt32() == 15);
        Assert.Equal((409, "OCC_RENEWAL_TOTAL_SHORT OCC_RENEWAL_UPDATE_SHORT"), await physician.Client.IsRefused($"{application}/submission"));
    }

    [Fact]
    public async Task Of_two_renewals_submitted_at_once_one_is_refused_X3()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var applications = new[] { await physician.Drafted(), await physician.Drafted(), await physician.Drafted() };

        var answers = await Task.WhenAll(applications.Select(it => physician.Client.PostAsJsonAsync($"{it}/submission", new { })));

        Assert.Single(answers, it => it.IsSuccessStatusCode);
        foreach (var refused in answers.Where(it => !it.IsSuccessStatusCode))
        {
            Assert.Equal((409, "APPLICATION_PENDING"), await Http.Refusal(refused));
        }
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_is_told_and_nothing_is_done_twice()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        await _county.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        await _county.Does($"{application}/original-receipts", new { receivedOn = Today });
        var other = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001");

        var answers = await Task.WhenAll(new[] { _county, other }.Select(it => it.PostAsJsonAsync($"{application}/approvals", new { })));

        Assert.Single(answers, it => it.IsSuccessStatusCode);
        var details = await physician.UntilStatus(application, "at-desk");
        Assert.Equal("13", details.GetProperty("desk").GetString());
        Assert.Single(details.GetProperty("history").EnumerateArray(), it => it.GetProperty("what").GetString() == "application-approved");
    }

    [Fact]
    public async Task Desk_and_jurisdiction_follow_the_newest_standing_whatever_the_order_of_the_messages()
    {
        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.TellStanding(version: 3, otherCounty: "13-002");
        await physician.TellStanding(version: 1, otherCounty: "13-003");
        var moved = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-002");
        await physician.Evaluated(total: 20);

        await Eventually.Get(async () =>
            (await moved.GetAsync($"/evaluations/{physician.Id}?scheme=occupational&kind=renewal")).IsSuccessStatusCode ? "reached" : null);

        var outsider = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-003");
        Assert.Equal((404, "PHYSICIAN_UNKNOWN"), await outsider.IsRefusedReading($"/evaluations/{physician.Id}?scheme=occupational&kind=renewal"));
        var application = await physician.Drafted();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        var queue = await moved.GetFromJsonAsync<JsonElement>("/applications/queue");
        Assert.Single(queue.GetProperty("applications").EnumerateArray());
    }

    private Task<string> Compared(Guid physician) => Eventually.Get(() => app.Services.GetRequiredService<NpgsqlDataSource>().Find<string>(
        "select 'yes' from physician_copy where physician_id = @physician and licence_checked", new { physician }, CancellationToken.None));
}
