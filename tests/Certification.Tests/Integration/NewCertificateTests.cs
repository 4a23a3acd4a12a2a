using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A first certificate by a completed course, and the documents it takes.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class NewCertificateTests(CertificationApp app)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 completion"u8];

    [Fact]
    public async Task A_completed_course_leads_to_a_certificate_with_a_number_of_our_own_ON8_V1()
    {
        var physician = new InventedPhysician(app, county: "27-005", workplace: "27");
        await physician.Known();
        await physician.Until("/evaluations/me?scheme=sports&kind=new", it => !it.GetProperty("reasons").EnumerateArray().Any(code => code.GetString() == "MYPAGE_INCOMPLETE"));
        var application = await physician.Drafted(kind: "new", scheme: "sports");
        using var attached = await physician.Client.Attaches(application, "exemption", Pdf, ("type", "joa-sports-physician"));
        attached.EnsureSuccessStatusCode();
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);

        var county = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "27-005");
        await county.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = TimeProvider.System.Today() });
        await county.Does($"{application}/approvals");
        await app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "27").Does($"{application}/approvals");
        var jma = app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA");
        Assert.Equal((422, "CERTIFIED_ON_MISSING"), await jma.IsRefused($"{application}/approvals"));
        await jma.Does($"{application}/approvals", new { certifiedOn = "2026-12-01" });

        var list = await physician.Until("/certificates?mine=true", it => it.GetProperty("certificates").GetArrayLength() == 2);
        var sports = list.GetProperty("certificates")[1];
        Assert.Matches("^MS[0-9]{7}$", sports.GetProperty("number").GetString());
        Assert.Equal("2031-11-30", sports.GetProperty("validTo").GetString());

        var details = await physician.Client.GetFromJsonAsync<JsonElement>($"/certificates/{sports.GetProperty("id").GetGuid()}");
        Assert.Single(details.GetProperty("terms").EnumerateArray());
        var stranger = new InventedPhysician(app);
        Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await stranger.Client.IsRefusedReading($"/certificates/{sports.GetProperty("id").GetGuid()}"));
    }

    [Fact]
    public async Task A_document_is_handed_out_as_it_came_to_its_owner_only_and_lies_encrypted()
    {
        var physician = new InventedPhysician(app);
        var application = await physician.Drafted();
        using var attached = await physician.Client.Attaches(application, "completion", Pdf, ("type", "uoeh-intensive"), ("date", "2026-02-01"));
        var location = attached.Headers.Location?.ToString() ?? "";

        using var download = await physician.Client.GetAsync(location);
        Assert.Equal(Pdf, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "application/pdf"), (download.Content.Headers.ContentDisposition?.DispositionType, download.Content.Headers.ContentType?.MediaType));

        Assert.Equal((404, "DOCUMENT_UNKNOWN"), await new InventedPhysician(app).Client.IsRefusedReading(location));
        Assert.Equal((404, "DOCUMENT_UNKNOWN"), await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001").IsRefusedReading(location));
    }

    [Theory]
    [InlineData("licence-image", "<html></html>", "DOCUMENT_TYPE_UNKNOWN")]
    [InlineData("licence-image", "", "DOCUMENT_EMPTY")]
    [InlineData("passport", "%PDF-1.7", "FIELD_INVALID")]
    [InlineData("completion", "%PDF-1.7", "FIELD_MISSING FIELD_MISSING")]
    public async Task A_document_that_cannot_be_used_is_refused_with_everything_that_is_wrong(string kind, string content, string codes)
    {
        var physician = new InventedPhysician(app);
        using var answer = await physician.Client.Attaches(await physician.Drafted(), kind, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal((422, codes), await Http.Refusal(answer));
    }
}
