using System.Net;

namespace Mamis.Portal.Tests;

public sealed class RegistrationPageTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["licenceNumber"] = "１２３",
        ["familyName"] = "髙架空",
        ["birthDate"] = "昭和54年3月9日",
        ["email"] = "jiro@example.invalid",
        ["password"] = "correct horse battery",
        ["termsVersion"] = "2025-04-01",
    };

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Who_has_no_postcard_registers_with_the_licence_and_is_in_at_once_A2()
    {
        _app.Gateway.Lay("POST /api/identity/registrations", $$"""{"physicianId":"{{Examples.PhysicianId}}"}""", 201);
        _app.Gateway.Lay("POST /session", "", 204);
        using var browser = _app.Browser();
        using var answer = await PortalApp.Submit(browser, "/register", "register", Filled, ("licence", "an image"));
        var sent = _app.Gateway.Calls.Single(it => it.Call == "POST /api/identity/registrations");

        Assert.StartsWith("multipart/form-data", sent.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.All(["１２３", "髙架空", "昭和54年3月9日", "an image", "2025-04-01"], it => Assert.Contains(it, sent.Body, StringComparison.Ordinal));
        Assert.Equal("/my-page?welcome=true", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_refused_stands_at_its_field_with_what_was_typed_but_never_the_password()
    {
        _app.Gateway.LayProblem("POST /api/identity/registrations", 422, ("NUMBER_KNOWN", "licenceNumber"), ("LICENCE_IMAGE_INVALID", "licence"));
        using var browser = _app.Browser();
        using var answer = await PortalApp.Submit(browser, "/register", "register", Filled, ("licence", "GIF89a"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#licence\">" + Words.Explain("LICENCE_IMAGE_INVALID"), page, StringComparison.Ordinal);
        Assert.Contains("髙架空", page, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_confirms_and_says_how_or_sends_back_and_says_why()
    {
        _app.Gateway.Lay($"POST /api/identity/registrations/{Examples.PhysicianId}/confirmation", "", 204);
        _app.Gateway.Lay($"POST /api/identity/registrations/{Examples.PhysicianId}/return", "", 204);
        using var browser = _app.Browser("prefecture-staff", "13");
        using var confirmed = await PortalApp.Submit(browser, "/desk/registrations", $"confirm-{Examples.PhysicianId}", new() { ["how"] = "licence-original" });
        using var returned = await PortalApp.Submit(browser, "/desk/registrations", $"return-{Examples.PhysicianId}", new() { ["faults"] = "name-differs" });

        Assert.Equal("""{"how":"licence-original"}""", Sent("confirmation"));
        Assert.Equal("""{"faults":["name-differs"]}""", Sent("return"));
        Assert.Equal("/desk/registrations", confirmed.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("pending", "my.registration-pending")]
    [InlineData("returned", "my.registration-returned")]
    public async Task The_my_page_says_how_far_the_registration_is(string state, string said)
    {
        _app.Gateway.Lay("GET /api/identity/physicians/me", Examples.Person.Replace("\"active\":true", $"\"active\":true,\"registration\":\"{state}\"", StringComparison.Ordinal));
        using var browser = _app.Browser("physician");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/my-page", UriKind.Relative)));

        Assert.Contains(Words.Say(said), page, StringComparison.Ordinal);
        Assert.Contains("href=\"/account/registration\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_is_sent_anew_with_what_is_stored_filled_in()
    {
        _app.Gateway.Lay("PUT /api/identity/registrations/me", "", 204);
        using var browser = _app.Browser("physician");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/account/registration", UriKind.Relative)));
        using var answer = await PortalApp.Submit(browser, "/account/registration", "registration", new() { ["familyName"] = "髙架空" }, ("licence", "an image"));

        Assert.Contains("value=\"1234567\"", page, StringComparison.Ordinal);
        Assert.Contains("髙架空", _app.Gateway.Calls.Single(it => it.Call == "PUT /api/identity/registrations/me").Body, StringComparison.Ordinal);
        Assert.Equal("/my-page", answer.Headers.Location?.OriginalString);
    }

    private string Sent(string what) => _app.Gateway.Calls.Single(it => it.Call == $"POST /api/identity/registrations/{Examples.PhysicianId}/{what}").Body;
}
