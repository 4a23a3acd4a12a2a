using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>A photo of the handbook's page: sent with the line, shown beside it to the desk.</summary>
public sealed class HandbookPhotoPageTests : IAsyncLifetime
{
    private const string Declare = "POST /api/training-credits/ledgers/me/paper-credits";

    private readonly PortalApp _app = new();

    private static Dictionary<string, string> Line => new()
    {
        ["training"] = "架空研修",
        ["date"] = "R6.11.3",
        ["category"] = "life-field",
        ["units"] = "3",
        ["mode"] = "onsite",
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_photo_follows_its_line()
    {
        var photos = $"{Declare}/{Examples.EntryId}/photos";
        _app.Gateway.Lay(Declare, $$"""{"entryId":"{{Examples.EntryId}}"}""", 201);
        _app.Gateway.Lay(photos, $$"""{"id":"{{Examples.NoticeId}}"}""", 201);
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/paper-credits", "paper-credit", Line, ("file", "a page"));

        Assert.Equal("/paper-credits?stored=true", answer.Headers.Location?.OriginalString);
        Assert.Contains("a page", _app.Gateway.Calls.Single(it => it.Call == photos).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_none_is_said_at_its_field_and_what_was_typed_stands()
    {
        _app.Gateway.Lay(Declare, $$"""{"entryId":"{{Examples.EntryId}}"}""", 201);
        _app.Gateway.LayProblem($"{Declare}/{Examples.EntryId}/photos", 422, ("DOCUMENT_TYPE_UNKNOWN", "file"));
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/paper-credits", "paper-credit", Line, ("file", "<html>"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains(Words.Explain("DOCUMENT_TYPE_UNKNOWN"), page, StringComparison.Ordinal);
        Assert.Contains("架空研修", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_sees_what_browsers_draw_and_saves_the_rest()
    {
        using var desk = _app.Browser("county-staff", "13-001");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync(new Uri("/desk/paper-credits", UriKind.Relative)));
        var folder = $"/desk/paper-credits/{Examples.PhysicianId}/{Examples.EntryId}/photos";

        Assert.Contains($"src=\"{folder}/{Examples.NoticeId}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{folder}/{Examples.EntryId}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"src=\"{folder}/{Examples.EntryId}\"", page, StringComparison.Ordinal);
    }
}
