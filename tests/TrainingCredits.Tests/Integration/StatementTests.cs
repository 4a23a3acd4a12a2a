using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>A ledger on paper: what it says, who prints it, and what a desk finds out by its code.</summary>
[Trait("Category", "Servers")]
public sealed partial class StatementTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task The_statement_names_the_physician_every_entry_its_source_and_the_sums()
    {
        var person = await Credited("life-update", "life-special");
        using var me = app.AsPhysician(person.Id.Value);
        await me.PostAsJsonAsync("/ledgers/me/paper-credits", new { date = "2024-09-01", category = "life-special", units = 3, training = "手帳の研修会" });

        var paper = await Printed(me, "me");

        Assert.All(
            [$"山田{person.GivenName}", person.LicenceNumber, "2026年11月22日の終わりまで", "明細(3件)", "産業医研修会", "の1行目(受講・会場・全時間出席)", "紙の手帳", "照合待ち"],
            it => Assert.Contains(it, paper, StringComparison.Ordinal));
        Assert.Contains("生涯研修(専門)22003", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_types_the_code_and_sees_day_and_balances_and_the_physician_sees_that_it_did()
    {
        var person = await Credited("life-update");
        using var elsewhere = app.As(Roles.CountyStaff, "27-001", Guid.CreateVersion7());
        var code = Code(await Printed(app.AsPhysician(person.Id.Value), "me"));

        var check = await Checked(elsewhere, code.ToLowerInvariant().Replace('-', ' '));
        var looks = await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me/accesses")).Body();

        Assert.Equal((code, "2026-11-22", false), (Text(check, "code"), Text(check, "knownOn"), check["isChanged"]?.GetValue<bool>()));
        Assert.Equal((person.LicenceNumber, person.GivenName), (Text(check, "licenceNumber"), Text(check, "givenName")));
        Assert.Equal(2, Assert.Single(check["totals"]?.AsArray() ?? [])?["units"]?.GetValue<int>());
        Assert.Equal(("statement", "27-001"), (Text(looks[0], "what"), Text(looks[0], "association")));
    }

    [Fact]
    public async Task What_the_ledger_says_since_is_told_without_saying_what()
    {
        var person = await Credited("life-update");
        var code = Code(await Printed(app.AsPhysician(person.Id.Value), "me"));
        using var county = app.As(Roles.CountyStaff, "13-001");

        await app.PostList("ORG-1", await app.DesignatedTraining("ORG-1", "life-special"), person.Row());
        var check = await Checked(county, code);

        Assert.True(check["isChanged"]?.GetValue<bool>());
        Assert.Equal(["life-update"], check["totals"]?.AsArray().Select(it => Text(it, "category")));
    }

    [Fact]
    public async Task The_same_content_has_the_same_code_on_one_day_and_any_other_content_another()
    {
        var person = await Credited("life-update");
        using var me = app.AsPhysician(person.Id.Value);

        var (first, again, before) = (Code(await Printed(me, "me")), Code(await Printed(me, "me")), Code(await Printed(me, "me", "?asKnownOn=2026-11-20")));

        Assert.Equal(first, again);
        Assert.NotEqual(first, before);
    }

    [Theory]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("0000")]
    [InlineData("コード")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_code_of_no_statement_is_one_clear_refusal(string? code)
    {
        using var answer = await app.As(Roles.JmaStaff, Association.Jma).PostAsJsonAsync("/statement-checks", new { code });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("STATEMENT_CODE_UNKNOWN", Text(Assert.Single((await answer.Body())["refusals"]?.AsArray() ?? []), "code"));
    }

    [Fact]
    public async Task Staff_print_where_they_reach_the_physician_D4()
    {
        var person = await Credited("life-update");
        using var outside = await app.As(Roles.CountyStaff, "27-001").GetAsync(Address(person.Id.Value.ToString()));
        using var colleague = await app.AsPhysician(Guid.CreateVersion7()).GetAsync(Address(person.Id.Value.ToString()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (outside.StatusCode, colleague.StatusCode));
        Assert.Contains(person.LicenceNumber, await Printed(app.As(Roles.CountyStaff, "13-001"), person.Id.Value.ToString()), StringComparison.Ordinal);
    }

    private async Task<Person> Credited(params string[] categories)
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        await app.Settle(person, "13-001", "13");
        await app.PostList(
            "ORG-1", await app.DesignatedTraining("ORG-1", categories), string.Concat(categories.Select((_, i) => person.Row($"{i + 1}"))));

        return person;
    }

    private static async Task<JsonNode> Checked(HttpClient desk, string code)
    {
        using var answer = await desk.PostAsJsonAsync("/statement-checks", new { code });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return await answer.Body();
    }

    private static async Task<string> Printed(HttpClient reader, string physician, string query = "")
    {
        using var answer = await reader.GetAsync(Address(physician) + query);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        return string.Concat(PdfText.Of(await answer.Content.ReadAsByteArrayAsync()).Where(it => !char.IsWhiteSpace(it)));
    }

    private static string Address(string physician) => $"/ledgers/{physician}/statement.pdf";

    private static string Code(string paper) => CodeOnPaper().Match(paper).Value;

    private static string Text(JsonNode? node, string field) => node?[field]?.GetValue<string>() ?? string.Empty;

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")]
    private static partial Regex CodeOnPaper();
}
