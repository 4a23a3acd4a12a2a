using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class AnswerTemplateTests
{
    private const string Path = "/answer-templates";

    [Fact]
    public async Task Colleagues_share_what_one_of_them_wrote_and_other_associations_see_nothing()
    {
        await using var inquiries = await InquiryApp.Start();
        using var clerk = inquiries.Staff("13-001", Guid.CreateVersion7());
        using var colleague = inquiries.Staff("13-001", Guid.CreateVersion7());
        using var other = inquiries.Staff("13");
        using var written = await clerk.PostAsJsonAsync(Path, new { title = " 登録料 ", text = "一行目\r\n二行目" });
        var id = $"{(await written.Content.ReadFromJsonAsync<JsonObject>())?["id"]}";

        Assert.Equal(["登録料: 一行目\n二行目"], await Kept(colleague));
        Assert.Empty(await Kept(other));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync($"{Path}/{id}", new { title = "x", text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Path}/{id}")).StatusCode);

        (await colleague.PutAsJsonAsync($"{Path}/{id}", new { title = "登録料", text = "三行目" })).EnsureSuccessStatusCode();
        Assert.Equal(["登録料: 三行目"], await Kept(clerk));
        (await clerk.DeleteAsync($"{Path}/{id}")).EnsureSuccessStatusCode();
        Assert.Empty(await Kept(clerk));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        await using var inquiries = await InquiryApp.Start();
        using var clerk = inquiries.Staff("13-001");
        using var answer = await clerk.PostAsJsonAsync(Path, new { title = new string('あ', 61), text = " " });
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["ANSWER_TEMPLATE_TITLE", "INQUIRY_TEXT_MISSING"], problem?["refusals"]?.AsArray().Select(it => $"{it?["code"]}"));
        Assert.Empty(await Kept(clerk));
    }

    private static async Task<IEnumerable<string>> Kept(HttpClient staff) =>
        ((await InquiryApp.Read(staff, Path))["templates"]?.AsArray() ?? []).Select(it => $"{it?["title"]}: {it?["text"]}");
}
