using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Features.Lapses;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A title that is given up or taken away, from the decision to what anybody can verify and the holder reads (X8).</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class LossTests(CertificationApp app)
{
    private const string Reason = "医師免許の取消し";

    private static DateOnly Today => TimeProvider.System.Today();

    private HttpClient Jma => app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA");

    [Fact]
    public async Task Given_up_from_today_on_it_is_over_at_once_and_a_renewal_is_withdrawn_with_it()
    {
        var (holder, application) = await Applicant();
        await app.As(holder, Roles.Physician).Does($"{Path(holder)}/resignations", new { from = Today });

        Assert.Equal(("valid", "resigned"), (await StateOn(holder, Today.AddDays(-1)), await StateOn(holder, Today)));
        await app.Services.Told<Published.ApplicationClosed>(it => it.ApplicationId == application && it.Reason == "withdrawn");
        await app.Services.Told<Published.CertificateEnded>(it => it.PhysicianId == holder && it.Reason == "resigned");
        Assert.Equal((409, "CERTIFICATE_GIVEN_UP"), await app.As(holder, Roles.Physician).IsRefusedReading($"{Path(holder)}.pdf"));
    }

    [Fact]
    public async Task A_day_to_come_is_told_shown_and_taken_back()
    {
        var holder = await app.SportsHolder();
        await app.As(holder, Roles.Physician).Does($"{Path(holder)}/resignations", new { from = Today.AddDays(10) });

        Assert.Equal(("valid", "resigned"), (await StateOn(holder, Today.AddDays(9)), await StateOn(holder, Today.AddDays(10))));
        await app.Services.Told<Published.CertificateLossDecided>(it => it.PhysicianId == holder && it.Reason == "resigned" && it.From == Today.AddDays(10));
        await app.As(holder, Roles.Physician).Does($"{Path(holder)}/resignation-withdrawals", new { });
        await app.Services.Told<Published.CertificateLossWithdrawn>(it => it.PhysicianId == holder);
        Assert.Equal("valid", await StateOn(holder, Today.AddDays(10)));
    }

    [Fact]
    public async Task The_sweep_of_the_day_tells_others_that_it_ended_and_only_once()
    {
        var (holder, sweep) = (await app.SportsHolder(), app.Services.GetRequiredService<LapseCertificates>());
        await app.As(holder, Roles.Physician).Does($"{Path(holder)}/resignations", new { from = Today.AddDays(1) });
        await sweep.On(Today, record: true, CancellationToken.None);
        Assert.DoesNotContain(nameof(Domain.Losses.LossTookEffect), await Events(holder));

        await sweep.On(Today.AddDays(1), record: true, CancellationToken.None);
        await sweep.On(Today.AddDays(1), record: true, CancellationToken.None);

        Assert.Single(await Events(holder), nameof(Domain.Losses.LossTookEffect));
        await app.Services.Told<Published.CertificateEnded>(it => it.PhysicianId == holder && it.Reason == "resigned");
        Assert.Equal((409, "LOSS_TOOK_EFFECT"), await app.As(holder, Roles.Physician).IsRefused($"{Path(holder)}/resignation-withdrawals", new { }));
    }

    [Fact]
    public async Task The_JMA_takes_it_away_and_the_holder_and_the_JMA_alone_read_why()
    {
        var (holder, application) = await Applicant();
        await Jma.Does($"{Path(holder)}/losses", new { from = Today, reason = Reason });

        Assert.Equal("struck-off", await StateOn(holder, Today));
        await app.Services.Told<Published.ApplicationClosed>(it => it.ApplicationId == application && it.Reason == "rejected");
        Assert.Equal(Reason, await ReasonFor(app.As(holder, Roles.Physician), holder));
        Assert.Equal(Reason, await ReasonFor(Jma, holder));
        Assert.Null(await ReasonFor(app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001"), holder));
        Assert.Equal((409, "TITLE_LOST"), await Jma.IsRefused($"{Path(holder)}/suspensions", new { from = Today, reason = Reason }));
    }

    [Fact]
    public async Task The_reason_outlives_the_day_on_which_it_takes_effect()
    {
        var holder = await app.SportsHolder();
        await Jma.Does($"{Path(holder)}/losses", new { from = Today.AddDays(1), reason = Reason });
        await app.Services.GetRequiredService<LapseCertificates>().On(Today.AddDays(1), record: true, CancellationToken.None);

        Assert.Equal(Reason, await ReasonFor(Jma, holder));
    }

    [Fact]
    public async Task Without_a_reason_by_a_stranger_or_by_a_desk_nothing_is_decided()
    {
        var holder = await app.SportsHolder();

        Assert.Equal((422, "SUSPENSION_REASON_MISSING"), await Jma.IsRefused($"{Path(holder)}/losses", new { from = Today, reason = " " }));
        Assert.Equal((422, "SUSPENSION_REASON_MISSING"), await Jma.IsRefused($"{Path(holder)}/loss-withdrawals", new { reason = " " }));
        Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await app.As(Guid.CreateVersion7(), Roles.Physician).IsRefused($"{Path(holder)}/resignations", new { from = Today }));
        using var desk = await app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13").PostAsJsonAsync($"{Path(holder)}/losses", new { from = Today, reason = Reason });
        Assert.Equal(HttpStatusCode.Forbidden, desk.StatusCode);
        Assert.Equal("valid", await StateOn(holder, Today));
    }

    private static string Path(Guid holder) => $"/certificates/{Certificate(holder)}";

    private static Guid Certificate(Guid holder) => Streams.CertificateOf(new(holder), Scheme.Sports);

    private static async Task<string?> ReasonFor(HttpClient reader, Guid holder) =>
        Assert.Single((await reader.GetFromJsonAsync<JsonElement>(Path(holder))).GetProperty("terms").EnumerateArray()).GetProperty("lossReason").GetString();

    private async Task<string[]> Events(Guid holder) =>
        [.. (await app.Services.GetRequiredService<IEventStore>().ReadStream(Certificate(holder), CancellationToken.None)).Select(it => it.Data.GetType().Name)];

    private async Task<string?> StateOn(Guid holder, DateOnly day) =>
        (await app.CreateClient().GetFromJsonAsync<JsonElement>($"/verify/S{holder:n}?on={day:yyyy-MM-dd}")).GetProperty("state").GetString();

    /// <summary>A holder whose renewal lies at the first desk.</summary>
    private async Task<(Guid Holder, Guid Application)> Applicant()
    {
        var (holder, application) = (await app.SportsHolder(), Guid.CreateVersion7());
        await app.Services.GetRequiredService<IEventStore>().Append(
            new Changes().Append<Application>(application, 0,
            [
                new ApplicationDrafted(new(holder), Scheme.Sports, ApplicationKind.Renewal),
                new ApplicationSubmitted(
                    new(holder), Scheme.Sports, ApplicationKind.Renewal, 1, "receipt", Today, [], ["13-001"], Fee: 10_000, PaperOriginalRequired: false, ["rules"]),
                new ApplicationAdmitted("13-001"),
            ]),
            CancellationToken.None);

        return (holder, application);
    }
}
