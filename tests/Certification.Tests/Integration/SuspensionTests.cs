using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Mamis.Testing;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A title that rests by decision, from the decision to what anybody can verify and the holder reads.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class SuspensionTests(CertificationApp app)
{
    private const string Reason = "医道審議会の処分のため";

    private static DateOnly Today => TimeProvider.System.Today();

    private HttpClient Jma => app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA");

    [Fact]
    public async Task From_its_first_day_to_its_last_everybody_is_told_that_the_title_rests()
    {
        var holder = await app.SportsHolder();
        await Jma.Does($"{Path(holder)}/suspensions", new { from = Today, until = Today.AddDays(30), reason = Reason });

        Assert.Equal("valid", await StateOn(holder, Today.AddDays(-1)));
        Assert.Equal("suspended", await StateOn(holder, Today));
        Assert.Equal("suspended", await StateOn(holder, Today.AddDays(30)));
        Assert.Equal("valid", await StateOn(holder, Today.AddDays(31)));
        await app.Services.Told<Published.CertificateSuspended>(it => it.PhysicianId == holder && it.From == Today && it.Until == Today.AddDays(30));
        Assert.Equal((409, "CERTIFICATE_SUSPENDED"), await app.As(holder, Roles.Physician).IsRefusedReading($"{Path(holder)}.pdf"));
    }

    [Fact]
    public async Task The_holder_and_the_JMA_read_the_reason_and_no_other_desk_does()
    {
        var holder = await app.SportsHolder();
        await Jma.Does($"{Path(holder)}/suspensions", new { from = Today, reason = Reason });
        await Jma.Does($"{Path(holder)}/suspensions", new { from = Today, reason = "said twice" });

        Assert.Equal(Reason, ReasonIn(await app.As(holder, Roles.Physician).GetFromJsonAsync<JsonElement>(Path(holder))));
        Assert.Equal(Reason, ReasonIn(await Jma.GetFromJsonAsync<JsonElement>(Path(holder))));
        Assert.Null(ReasonIn(await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001").GetFromJsonAsync<JsonElement>(Path(holder))));

        var mine = await app.As(holder, Roles.Physician).GetFromJsonAsync<JsonElement>("/certificates");
        Assert.Equal("suspended", mine.GetProperty("certificates")[0].GetProperty("state").GetString());
        Assert.Equal($"{Today:yyyy-MM-dd}", mine.GetProperty("certificates")[0].GetProperty("suspendedFrom").GetString());
    }

    [Fact]
    public async Task It_is_lifted_by_decision_and_the_days_before_stay_as_they_were()
    {
        var holder = await app.SportsHolder();
        await Jma.Does($"{Path(holder)}/suspensions", new { from = Today, reason = Reason });
        await Jma.Does($"{Path(holder)}/reinstatements", new { from = Today.AddDays(10), reason = "処分の取消し" });
        await Jma.Does($"{Path(holder)}/reinstatements", new { from = Today.AddDays(2), reason = "処分の取消し" });

        Assert.Equal("suspended", await StateOn(holder, Today.AddDays(1)));
        Assert.Equal("valid", await StateOn(holder, Today.AddDays(2)));
        await app.Services.Told<Published.CertificateReinstated>(it => it.PhysicianId == holder && it.HeldFrom == Today.AddDays(2));
        Assert.Equal((409, "NOT_SUSPENDED"), await Jma.IsRefused($"{Path(await app.SportsHolder())}/reinstatements", new { from = Today, reason = Reason }));
    }

    [Fact]
    public async Task A_desk_finds_the_titles_of_those_it_reaches_D4()
    {
        var holder = await app.SportsHolder();
        var found = await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001").GetFromJsonAsync<JsonElement>($"/physicians/{holder}/certificates");

        Assert.Equal("valid", Assert.Single(found.GetProperty("certificates").EnumerateArray()).GetProperty("state").GetString());
        Assert.Equal((404, "PHYSICIAN_UNKNOWN"), await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-002").IsRefusedReading($"/physicians/{holder}/certificates"));
    }

    [Fact]
    public async Task Without_a_reason_or_for_nobody_nothing_is_decided()
    {
        var holder = await app.SportsHolder();

        Assert.Equal((422, "SUSPENSION_REASON_MISSING"), await Jma.IsRefused($"{Path(holder)}/suspensions", new { from = Today, reason = " " }));
        Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await Jma.IsRefused($"{Path(Guid.CreateVersion7())}/suspensions", new { from = Today, reason = Reason }));
        using var county = await app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13").PostAsJsonAsync($"{Path(holder)}/suspensions", new { from = Today, reason = Reason });
        Assert.Equal(HttpStatusCode.Forbidden, county.StatusCode);
        Assert.Equal("valid", await StateOn(holder, Today));
    }

    private static string Path(Guid holder) => $"/certificates/{Streams.CertificateOf(new(holder), Scheme.Sports)}";

    private static string? ReasonIn(JsonElement details) => Assert.Single(details.GetProperty("suspensions").EnumerateArray()).GetProperty("reason").GetString();

    private async Task<string?> StateOn(Guid holder, DateOnly day) =>
        (await app.CreateClient().GetFromJsonAsync<JsonElement>($"/verify/S{holder:n}?on={day:yyyy-MM-dd}")).GetProperty("state").GetString();
}
