using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Who does without a mail, by the page or by the link in it, finds the notice in the inbox all the same.</summary>
[Trait("Category", "Servers")]
public sealed class PreferenceTests
{
    [Fact]
    public async Task A_mail_that_was_switched_off_does_not_go_and_the_inbox_has_the_notice()
    {
        await using var it = await InquiryApp.Start();
        using var physician = it.Physician;
        Assert.Equal(HttpStatusCode.NoContent, await Switch(physician, "inquiry-answered", new { mail = false }));
        await Answer(it);
        var notice = await it.App.Notice("Waived");
        var inbox = await InquiryApp.Read(physician, "/notices");
        var shown = await InquiryApp.Read(physician, $"/notices/{notice.Id}");
        var choices = await InquiryApp.Read(physician, "/preferences");

        Assert.Equal("SWITCHED_OFF", notice.Code);
        Assert.Empty(it.App.Mailbox.List());
        Assert.Equal($"{notice.Id}", $"{Assert.Single(inbox["notices"]?.AsArray() ?? [])?["id"]}");
        Assert.Contains("お問い合わせに回答しました", $"{shown["text"]?["subject"]}", StringComparison.Ordinal);
        Assert.Equal(["inquiry-answered False my-page"], History(choices));
    }

    [Theory]
    [InlineData("one-year", false, HttpStatusCode.Conflict, "NOTICE_ALWAYS_TOLD")]
    [InlineData("weather", false, HttpStatusCode.NotFound, "NOTICE_KIND_UNKNOWN")]
    [InlineData("inquiry-answered", null, HttpStatusCode.UnprocessableEntity, "NOTICE_MAIL_MISSING")]
    public async Task What_cannot_be_chosen_is_refused(string kind, bool? mail, HttpStatusCode status, string code)
    {
        await using var it = await InquiryApp.Start();
        using var physician = it.Physician;
        using var answer = await physician.PutAsJsonAsync($"/preferences/{kind}", new { mail });

        Assert.Equal((status, code), (answer.StatusCode, $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]}"));
    }

    [Fact]
    public async Task The_button_of_a_mail_program_ends_the_mails_of_that_kind_once_and_without_signing_in_RFC8058()
    {
        await using var it = await InquiryApp.Start();
        using var nobody = it.App.CreateClient(new() { AllowAutoRedirect = false });
        await Answer(it);
        await it.App.Notice("Sent");
        var header = Unfolded(MailParts.Of(it.App.Mailbox.Find(it.App.Mailbox.List()[0].Id)).Header);
        var link = StopPathOf(header);

        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", header, StringComparison.Ordinal);
        Assert.DoesNotContain($"{it.Holder.PhysicianId:N}", link.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("inquiry-answered True", await Look(nobody, link));
        Assert.Equal(HttpStatusCode.OK, await Press(nobody, link));
        Assert.Equal(HttpStatusCode.OK, await Press(nobody, link));
        Assert.Equal("inquiry-answered False", await Look(nobody, link));

        using var physician = it.Physician;
        Assert.Equal(["inquiry-answered False link-in-mail"], History(await InquiryApp.Read(physician, "/preferences")));
    }

    [Fact]
    public async Task A_program_that_follows_every_link_of_a_mail_is_led_to_a_page_and_changes_nothing()
    {
        await using var it = await InquiryApp.Start();
        using var nobody = it.App.CreateClient(new() { AllowAutoRedirect = false });
        nobody.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await nobody.GetAsync(new Uri("/stop-links/x", UriKind.Relative));
        using var made = await nobody.PostAsync(new Uri("/stop-links/x", UriKind.Relative), content: null);

        Assert.Equal((HttpStatusCode.Redirect, "http://127.0.0.1:8080/stop-mails/x"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Equal(HttpStatusCode.NotFound, made.StatusCode);
    }

    private static async Task Answer(InquiryApp it)
    {
        using var desk = it.Staff("13-001");
        await InquiryApp.Post(desk, $"{await it.Open()}/messages", new { text = "answer" });
    }

    private static async Task<HttpStatusCode> Switch(HttpClient client, string kind, object body)
    {
        using var answer = await client.PutAsJsonAsync($"/preferences/{kind}", body);
        return answer.StatusCode;
    }

    /// <summary>As mail programs do.</summary>
    private static async Task<HttpStatusCode> Press(HttpClient client, string link)
    {
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await client.PostAsync(new Uri(link, UriKind.Relative), body);
        return answer.StatusCode;
    }

    private static async Task<string> Look(HttpClient client, string link)
    {
        var answer = await InquiryApp.Read(client, link);
        return $"{answer["kind"]} {answer["mail"]?.GetValue<bool>()}";
    }

    private static IEnumerable<string> History(JsonObject choices) =>
        (choices["history"]?.AsArray() ?? []).Select(it => $"{it?["kind"]} {it?["mail"]?.GetValue<bool>()} {it?["by"]}");

    /// <summary>Where the button of a mail program posts.</summary>
    public static string StopPathOf(string header) =>
        Regex.Match(Unfolded(header), "List-Unsubscribe: <http://127.0.0.1:8080/api/notifications(?<path>/[^>]+)>").Groups["path"].Value;

    private static string Unfolded(string header) => header.Replace("\r\n ", " ", StringComparison.Ordinal);
}
