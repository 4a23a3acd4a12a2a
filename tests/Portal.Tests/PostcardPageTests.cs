using System.Net;

namespace Mamis.Portal.Tests;

public sealed class PostcardPageTests : IAsyncLifetime
{
    private const string Page = $"/desk/physicians/{StaffExamples.Waiting}";
    private const string Again = $"POST /api/identity/physicians/{StaffExamples.Waiting}/postcard";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_list_says_what_became_of_each_postcard_and_goes_on_where_it_ended()
    {
        using var browser = _app.Browser("prefecture-staff", "13");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/desk/unregistered?of=13-001", UriKind.Relative)));

        Assert.Contains(Words.Say("postcards.returned", "2026年11月20日(令和8年)"), page, StringComparison.Ordinal);
        Assert.Contains("/desk/unregistered?of=13-001&cursor=019ab000-0000-7000-8000-0000000000a5", page, StringComparison.Ordinal);
        Assert.Contains("/desk/unregistered.csv?of=13-001", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_passed_on_to_be_saved()
    {
        _app.Gateway.Lay("GET /api/identity/unregistered.csv", "licenceNumber\r\n");
        using var browser = _app.Browser("county-staff", "13-001");
        using var file = await browser.GetAsync(new Uri("/desk/unregistered.csv?of=13-001", UriKind.Relative));

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("licenceNumber\r\n", await file.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("令和8年11月20日", "/desk/physicians/019ab000-0000-7000-8000-0000000000a4?done=returned")]
    [InlineData("someday", null)]
    public async Task A_returned_postcard_is_marked_with_its_day(string on, string? next)
    {
        _app.Gateway.Lay($"{Again}-return", "", 204);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Page, "postcard-return", new() { ["on"] = on });

        Assert.Equal(next, answer.Headers.Location?.OriginalString);
        Assert.Equal(next is not null, _app.Gateway.Calls.Any(it => it.Call == $"{Again}-return" && it.Body == """{"on":"2026-11-20"}"""));
    }

    [Fact]
    public async Task Another_postcard_is_a_file_and_what_is_refused_stands_on_the_page()
    {
        Dictionary<string, string> fields = new() { ["postalCode"] = "100-0002", ["address"] = "架空都別区1" };
        _app.Gateway.Lay(Again, "licenceNumber\r\n");
        using var browser = _app.Browser("county-staff", "13-001");
        using var file = await PortalApp.Submit(browser, Page, "none", fields, $"{Page}/postcard.csv");
        _app.Gateway.LayProblem(Again, 422, ("POSTCARD_ADDRESS_SAME", "address"));
        using var refused = await PortalApp.Submit(browser, Page, "none", fields, $"{Page}/postcard.csv");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(refused.Headers.Location));

        Assert.Equal("licenceNumber\r\n", await file.Content.ReadAsStringAsync());
        Assert.Contains(Words.Explain("POSTCARD_ADDRESS_SAME"), page, StringComparison.Ordinal);
    }
}
