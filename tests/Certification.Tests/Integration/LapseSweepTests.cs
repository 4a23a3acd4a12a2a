using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Features.Lapses;
using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Tests.Integration;

/// <summary>The sweep over ended terms, from the scheduler's call to what anybody can verify.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class LapseSweepTests(CertificationApp app)
{
    private readonly HttpClient _scheduler = app.Scheduler();

    private static DateOnly Today => TimeProvider.System.Today();

    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task The_day_after_the_last_one_a_title_is_lost_told_and_shown_so_and_not_a_day_earlier_SR3()
    {
        var (ended, ending) = (await Holder(Today.AddDays(-1)), await Holder(Today));
        await app.Sweep(Today.AddDays(-1));
        Assert.Equal("expired", await StateOf(ended));
        await app.Sweep(Today);

        Assert.Equal(("lapsed", "valid"), (await StateOf(ended), await StateOf(ending)));
        Assert.Equal("valid", await StateOf(ended, $"?on={Today.AddDays(-1):yyyy-MM-dd}"));
        await app.Services.Told<Published.CertificateEnded>(it => it.Reason == "lapsed" && it.PhysicianId == ended);
        Assert.Equal(0, (await app.Sweep(Today)).GetProperty("lapsed").GetInt32());

        var mine = await app.As(ended, Roles.Physician).GetFromJsonAsync<JsonElement>($"/certificates?on={Today.AddDays(-1):yyyy-MM-dd}");
        Assert.Equal("valid", mine.GetProperty("certificates")[0].GetProperty("state").GetString());
        Assert.Equal($"{Today:yyyy-MM-dd}", mine.GetProperty("certificates")[0].GetProperty("lapsedOn").GetString());
    }

    [Fact]
    public async Task A_day_to_come_is_foretold_and_nothing_ends_before_its_time()
    {
        var ending = await Holder(Today.AddDays(20));
        var answer = await app.Sweep(Today.AddDays(21));

        Assert.False(answer.GetProperty("recorded").GetBoolean());
        Assert.InRange(answer.GetProperty("lapsed").GetInt32(), 1, int.MaxValue);
        Assert.Equal("valid", await StateOf(ending));
    }

    [Fact]
    public async Task Who_applied_in_time_keeps_the_title_while_the_desks_decide()
    {
        var applicant = await Holder(Today.AddDays(-1));
        var submitted = new ApplicationSubmitted(
            new(applicant), Scheme.Sports, ApplicationKind.Renewal, 1, "receipt", Today.AddDays(-1), [], ["13"], Fee: 10_000, PaperOriginalRequired: false, ["rules"]);
        await app.Services.GetRequiredService<IEventStore>().Append(
            new Changes().Append<Application>(
                Guid.CreateVersion7(), 0, [new ApplicationDrafted(new(applicant), Scheme.Sports, ApplicationKind.Renewal), submitted]),
            CancellationToken.None);
        await app.Sweep(Today);

        Assert.Equal("expired", await StateOf(applicant));
    }

    [Fact]
    public async Task While_one_sweep_is_under_way_another_is_told_so()
    {
        // The host sweeps at its start, and may still be at it.
        await using var lead = await Eventually.Get(() => Leadership.TryTake(Database, SweepLapses.Leader, CancellationToken.None));

        Assert.Equal((409, "SWEEP_UNDER_WAY"), await _scheduler.IsRefused("/sweeps", new { asOf = Today }));
    }

    [Theory]
    [InlineData(null, "AS_OF_MISSING")]
    [InlineData("2026-02-30", "AS_OF_UNREADABLE")]
    public async Task A_sweep_for_no_day_is_refused(string? asOf, string code) =>
        Assert.Equal((422, code), await _scheduler.IsRefused("/sweeps", new { asOf }));

    [Fact]
    public async Task A_scheduler_that_was_not_given_the_scope_sweeps_nothing() => Assert.Equal(
        (403, "SWEEPS_NOT_ALLOWED"),
        await app.As(Guid.CreateVersion7(), Roles.Scheduler, scope: "renewal-runs").IsRefused("/sweeps", new { asOf = Today }));

    [Fact]
    public async Task Only_schedulers_and_the_JMA_sweep()
    {
        using var answer = await app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13").PostAsJsonAsync("/sweeps", new { asOf = Today });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<Guid> Holder(DateOnly validTo)
    {
        var id = Guid.CreateVersion7();
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = id,
            Scheme = "Sports",
            Number = $"S{id:n}",
            ValidFrom = validTo.AddYears(-5).AddDays(1),
            ValidTo = validTo,
            OccurredAt = default,
        });
        await Eventually.Get(async () => (await app.CreateClient().GetAsync($"/verify/S{id:n}")).IsSuccessStatusCode ? "known" : null);

        return id;
    }

    private async Task<string?> StateOf(Guid holder, string on = "") =>
        (await app.CreateClient().GetFromJsonAsync<JsonElement>($"/verify/S{holder:n}{on}")).GetProperty("state").GetString();
}
