using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using MassTransit;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>The ledger page, paper credits and what applications do to entries.</summary>
[Trait("Category", "Servers")]
public sealed class LedgerTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private static readonly object Paper = new { date = "2024-09-01", category = "life-special", units = 3, training = "東京都医師会研修会" };

    [Fact]
    public async Task Paper_is_declared_verified_by_the_first_desk_and_summed_with_the_system_U4()
    {
        var (person, training) = await Member();
        using var me = app.AsPhysician(person.Id.Value);
        using var county = app.As(Roles.CountyStaff, "13-001");
        await app.PostList("ORG-1", training, person.Row());

        var entry = (await (await me.PostAsJsonAsync("/ledgers/me/paper-credits", Paper)).Body())["entryId"].Id();
        var waiting = await county.GetStringAsync("/paper-credits?state=pending");
        var prefecture = await app.As(Roles.PrefectureStaff, "13").PostAsync(Verification(person, entry), null);
        var stranger = await app.As(Roles.CountyStaff, "13-002").PostAsync(Verification(person, entry), null);
        var verified = await county.PostAsync(Verification(person, entry), null);
        var ledger = await (await me.GetAsync("/ledgers/me")).Body();

        Assert.Contains(entry.ToString(), waiting, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, prefecture.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
        Assert.Equal(["declared", "verified"], Line(ledger, entry)["history"]?.AsArray().Select(it => it?["what"]?.GetValue<string>()));
        Assert.Equal(5, ledger["totals"]?.AsArray().Sum(it => it?["units"]?.GetValue<int>()));
    }

    [Fact]
    public async Task A_refused_line_says_why_and_counts_nowhere()
    {
        var (person, _) = await Member();
        using var me = app.AsPhysician(person.Id.Value);
        using var county = app.As(Roles.CountyStaff, "13-001");
        var entry = (await (await me.PostAsJsonAsync("/ledgers/me/paper-credits", Paper)).Body())["entryId"].Id();

        var withoutReason = await county.PostAsJsonAsync(Refusal(person, entry), new { reason = " " });
        var refused = await county.PostAsJsonAsync(Refusal(person, entry), new { reason = "手帳に記載なし" });
        var ledger = await (await me.GetAsync("/ledgers/me")).Body();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, refused.StatusCode);
        Assert.Equal(("refused", "手帳に記載なし"), (Text(Line(ledger, entry), "status"), Text(Line(ledger, entry), "reason")));
        Assert.Equal(0, ledger["totals"]?[0]?["units"]?.GetValue<int>());
    }

    [Fact]
    public async Task Every_bad_field_of_a_declaration_is_named_at_once()
    {
        using var me = app.AsPhysician(Guid.CreateVersion7());

        var answer = await me.PostAsJsonAsync(
            "/ledgers/me/paper-credits", new { date = "2025-04-01", category = "nonsense", units = 0, training = "", mode = "radio" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["category", "units", "training", "mode", "date"],
            (await answer.Body())["refusals"]?.AsArray().Select(it => it?["subject"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Staff_who_look_are_seen_by_the_physician_D4()
    {
        var (person, _) = await Member();
        var clerk = Guid.CreateVersion7();

        var inside = await app.As(Roles.CountyStaff, "13-001", clerk).GetAsync($"/ledgers/{person.Id.Value}");
        var outside = await app.As(Roles.CountyStaff, "14-001", Guid.CreateVersion7()).GetAsync($"/ledgers/{person.Id.Value}");
        var colleague = await app.AsPhysician(Guid.CreateVersion7()).GetAsync($"/ledgers/{person.Id.Value}");
        var looks = await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me/accesses")).Body();

        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (outside.StatusCode, colleague.StatusCode));
        Assert.Equal(clerk, Assert.Single(looks.AsArray())?["staffId"].Id());
    }

    [Fact]
    public async Task Entries_are_set_aside_spent_and_shown_so_and_a_repeated_message_has_one_effect()
    {
        var (person, training) = await Member();
        var entry = (await (await app.PostList("ORG-1", training, person.Row())).Body())["results"]?[0]?["entryId"].Id() ?? default;
        var (application, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Submit(person, application, entry, message);
        await Eventually.True(async () => await Status(person, entry) == "set-aside");
        await Submit(person, application, entry, message);
        await app.Bus.Bus.Publish(new ApplicationGranted
        {
            ApplicationId = application,
            PhysicianId = person.Id.Value,
            Scheme = "Occupational",
            Kind = "Renewal",
            OccurredAt = default,
        });
        await Eventually.True(async () => await Status(person, entry) == "spent");

        var other = Guid.CreateVersion7();
        await Submit(person, other, entry, Guid.CreateVersion7());
        await app.Services.Told<Published.CreditsFoundShort>(it => it.ApplicationId == other);
        Assert.Single(app.Bus.Published.Select<Published.CreditsSetAside>(it => it.Context.Message.PhysicianId == person.Id.Value));
        Assert.Equal(
            ["posted", "set-aside", "spent"],
            Line(await Ledger(person), entry)["history"]?.AsArray().Select(it => it?["what"]?.GetValue<string>()));
    }

    [Fact]
    public async Task The_page_is_the_fold_of_the_stream()
    {
        var (person, training) = await Member();
        var results = (await (await app.PostList("ORG-1", training, person.Row() + person.Row("2"))).Body())["results"];
        var (one, two) = (results?[0]?["entryId"].Id() ?? default, results?[1]?["entryId"].Id() ?? default);
        var application = Guid.CreateVersion7();

        await Submit(person, application, one, Guid.CreateVersion7());
        await Eventually.True(async () => await Status(person, one) == "set-aside");
        await Submit(person, application, two, Guid.CreateVersion7(), round: 2);
        await Eventually.True(async () => await Status(person, two) == "set-aside");

        var fold = (await app.Store.Load<CreditLedger>(person.Id.Value, default)).State;
        var page = await Ledger(person);
        Assert.Equal(
            fold.Entries.Values.Select(it => (it.Id.Value, Codes.Of(it.Status), it.HeldBy?.Value ?? default)).Order(),
            page["entries"]?.AsArray().Select(it => (it?["entryId"].Id() ?? default, Text(it, "status"), it?["heldBy"].Id() ?? default)).Order());
        Assert.Equal("posted", await Status(person, one));
    }

    private async Task<(Person Person, Guid Training)> Member()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        await app.Settle(person, "13-001", "13");
        return (person, await app.DesignatedTraining("ORG-1", "life-update", "life-special"));
    }

    private Task Submit(Person person, Guid application, Guid entry, Guid message, int round = 1) => app.Bus.Bus.Publish(
        new ApplicationSubmitted { ApplicationId = application, PhysicianId = person.Id.Value, Round = round, EntryIds = [entry], OccurredAt = default },
        context => context.MessageId = message);

    private async Task<JsonNode> Ledger(Person person) => await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body();

    private async Task<string> Status(Person person, Guid entry) => Text(Line(await Ledger(person), entry), "status");

    private static JsonNode Line(JsonNode ledger, Guid entry) =>
        ledger["entries"]?.AsArray().Single(it => it?["entryId"].Id() == entry) ?? throw new InvalidOperationException();

    private static string Text(JsonNode? node, string field) => node?[field]?.GetValue<string>() ?? string.Empty;

    private static string Verification(Person person, Guid entry) => $"/ledgers/{person.Id.Value}/paper-credits/{entry}/verification";

    private static string Refusal(Person person, Guid entry) => $"/ledgers/{person.Id.Value}/paper-credits/{entry}/refusal";
}
