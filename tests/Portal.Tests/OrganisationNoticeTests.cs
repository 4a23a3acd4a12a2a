using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>What desks and organizers were told, on the pages of their staff.</summary>
public sealed class OrganisationNoticeTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("county-staff", "/desk/notices")]
    [InlineData("organizer", "/organizer/notices")]
    public async Task Staff_finds_the_notices_in_the_menu_and_leafs_to_older_ones_N5(string role, string list)
    {
        using var browser = _app.Browser(role);
        var page = await Read(browser, list);
        await Read(browser, $"{list}?cursor={Organisations.NoticeId}");

        Assert.Contains($"href=\"{list}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{list}/{Organisations.NoticeId}\"", page, StringComparison.Ordinal);
        Assert.Contains("を過ぎた申請があります", page, StringComparison.Ordinal);
        Assert.Contains($"{list}?cursor=", page, StringComparison.Ordinal);
        Assert.Contains(_app.Gateway.Calls, it => it.Call == "GET /api/notifications/organisation-notices");
    }

    [Theory]
    [InlineData("desk-overdue", "/desk/queue")]
    [InlineData("organizer-overdue", "/desk/trainings")]
    [InlineData("claim-at-prefecture", $"/desk/claims/019ab000-0000-7000-8000-0000000000f4")]
    [InlineData("attendance-awaited", "/organizer/trainings/019ab000-0000-7000-8000-0000000000f4")]
    public async Task A_notice_shows_text_and_steps_and_leads_to_what_is_next_N5(string kind, string address)
    {
        _app.Gateway.Lay(
            $"GET /api/notifications/organisation-notices/{Organisations.NoticeId}", Organisations.Notice.Replace("desk-overdue", kind, StringComparison.Ordinal));
        using var browser = _app.Browser("county-staff");
        var page = await Read(browser, $"/desk/notices/{Organisations.NoticeId}");

        Assert.Contains($"class=\"button\" href=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("step", "shown"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("step", "staff-mailed"), page, StringComparison.Ordinal);
        Assert.Contains("3件、進達期限を過ぎています。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_chooses_its_mails_and_the_words_of_a_desk_have_no_letter_N5()
    {
        _app.Gateway.Lay("GET /api/notifications/preferences", Organisations.Choices);
        _app.Gateway.Lay("PUT /api/notifications/preferences/desk-deadline", "", 204);
        using var clerk = _app.Browser("county-staff");
        using var jma = _app.Browser("jma-staff", "JMA");
        var choices = await Read(clerk, "/account/notices");
        using var answer = await PortalApp.Submit(clerk, "/account/notices", "switch-desk-deadline", []);

        Assert.Contains(Words.Say("choices.lead-staff"), choices, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Say("choices.always"), choices, StringComparison.Ordinal);
        Assert.Equal("/account/notices?done=true", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain("letter.html", await Read(jma, "/desk/templates/desk-overdue"), StringComparison.Ordinal);
    }

    private static async Task<string> Read(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));
}
