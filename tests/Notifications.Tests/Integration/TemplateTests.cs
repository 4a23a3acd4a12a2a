using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>The JMA writes new words for a kind of notice, tries them on a real case, and what goes out says which words it was made from.</summary>
[Trait("Category", "Servers")]
public sealed class TemplateTests : IAsyncLifetime, IDisposable
{
    private const string Path = "/templates/one-year";
    private const string Subject = "【{association}】{scheme}更新のご準備";
    private const string Text = "認定番号{number}の期限は{validTo}です。あと{left}です。\n{myPage}";

    private readonly NotificationsApp _app = new();

    private DateOnly End => _app.Clock.Today().AddYears(1).AddDays(-20);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task New_words_go_out_from_their_day_on_and_each_text_keeps_its_version()
    {
        var (early, late) = (Holder.NonMember(End), Holder.NonMember(End));
        await Write(_app.Clock.Today().AddDays(1));
        await _app.RunFor(early, "kakuu@example.invalid");
        var before = await Sent(early);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunFor(late, "kakuu@example.invalid");
        var after = await Sent(late);

        Assert.Equal((1, "【日本医師会】認定産業医の有効期限まで１年です"), (before.Version, before.Subject));
        Assert.Equal((2, "【日本医師会】認定産業医更新のご準備"), (after.Version, after.Subject));
        Assert.StartsWith("認定番号S100の期限は", after.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_and_the_history_show_what_holds_what_comes_by_whom_and_why()
    {
        var (today, author) = (_app.Clock.Today(), Guid.CreateVersion7());
        await Write(today.AddDays(5), author);
        await Write(today.AddDays(5), author);
        using var jma = Staff("JMA");
        var line = (await InquiryApp.Read(jma, "/templates"))["templates"]?.AsArray().Single(it => $"{it?["kind"]}" == "one-year");
        var history = await InquiryApp.Read(jma, Path);
        var versions = history["versions"]?.AsArray() ?? [];

        Assert.Equal(("1", $"{today.AddDays(5):yyyy-MM-dd}"), ($"{line?["version"]}", $"{Assert.Single(line?["coming"]?.AsArray() ?? [])?["since"]}"));
        Assert.Equal(["2", "1"], versions.Select(it => $"{it?["version"]}"));
        Assert.Equal((Text, "見やすく", $"{author}"), ($"{versions[0]?["text"]}", $"{versions[0]?["why"]}", $"{versions[0]?["by"]}"));
        Assert.Equal("1", $"{history["current"]}");
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        using var jma = Staff("JMA");
        using var answer = await jma.PostAsJsonAsync($"{Path}/versions", new { subject = "{name}", text = "\t" });
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["TEMPLATE_TEXT_MISSING", "TEMPLATE_PLACE_UNKNOWN", "TEMPLATE_PLACE_MISSING", "TEMPLATE_SINCE_MISSING", "TEMPLATE_WHY_MISSING"],
            problem?["refusals"]?.AsArray().Select(it => $"{it?["code"]}"));
        Assert.Single((await InquiryApp.Read(jma, Path))["versions"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_preview_is_what_goes_out_and_the_physician_is_told_of_the_look()
    {
        var holder = Holder.NonMember(End);
        await _app.RunFor(holder, "kakuu@example.invalid");
        var sent = await Sent(holder);
        using var jma = Staff("JMA");
        var (_, shown) = await Preview(jma, new { @case = $"{sent.NoticeId}" });
        var (_, draft) = await Preview(jma, new { @case = "S100", subject = Subject, text = Text });
        var mail = MailParts.Of(_app.Mailbox.Find(_app.Mailbox.List()[0].Id));

        Assert.Equal((sent.Subject, mail.Plain, mail.Html.Trim()), ($"{shown?["subject"]}", $"{shown?["text"]}", $"{shown?["html"]}".Trim()));
        Assert.Contains("架空都見本区1番地", $"{shown?["letter"]}", StringComparison.Ordinal);
        Assert.Equal("【日本医師会】認定産業医更新のご準備", $"{draft?["subject"]}");
        Assert.Equal(["preview", "preview"], _app.Identity.Looks);
    }

    [Theory]
    [InlineData("27", HttpStatusCode.OK)]
    [InlineData("13", HttpStatusCode.NotFound)]
    [InlineData("13-001", HttpStatusCode.NotFound)]
    public async Task Only_a_case_within_reach_is_shown_D4(string association, HttpStatusCode status)
    {
        var holder = Holder.NonMember(End);
        _app.Identity.People[holder.PhysicianId] = holder.Person(email: null);
        await _app.Know([holder.Term()], [holder.Standing()]);
        using var staff = Staff(association);

        Assert.Equal(status, (await Preview(staff, new { @case = "S100" })).Status);
        Assert.Equal(status is HttpStatusCode.OK ? 1 : 0, _app.Identity.Looks.Count);
    }

    private async Task Write(DateOnly since, Guid? author = null)
    {
        using var jma = Staff("JMA", author);
        using var answer = await jma.PostAsJsonAsync($"{Path}/versions", new { since, subject = Subject, text = Text, why = "見やすく" });
        answer.EnsureSuccessStatusCode();
    }

    private Task<SentText> Sent(Holder holder) => NotificationsApp.Eventually(() => _app.Database.Find<SentText>(
        "select t.* from sent_texts t join notice_cards n on n.id = t.notice_id where n.physician_id = @PhysicianId and n.state = 'Sent'", holder, CancellationToken.None));

    private static async Task<(HttpStatusCode Status, JsonObject? Answer)> Preview(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync($"{Path}/previews", body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonObject>());
    }

    private HttpClient Staff(string association, Guid? account = null) => _app.As(TestTokens.For(
        Association.TierOf(association) switch { Tier.Jma => Roles.JmaStaff, Tier.Prefecture => Roles.PrefectureStaff, _ => Roles.CountyStaff },
        account,
        association: association));
}
