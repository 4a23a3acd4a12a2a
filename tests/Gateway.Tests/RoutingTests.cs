using System.Net;
using System.Text.Json.Nodes;
using Mamis.Gateway.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;

namespace Mamis.Gateway.Tests;

public sealed class RoutingTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public void Every_route_of_the_configuration_says_who_may_use_it_how_long_and_how_large()
    {
        var routes = app.Services.GetRequiredService<IProxyConfigProvider>().GetConfig().Routes;

        Assert.NotEmpty(routes);
        Assert.All(routes, it => Assert.True(
            it is { AuthorizationPolicy.Length: > 0, Timeout: not null, MaxRequestBodySize: > 0 },
            $"{it.RouteId} lacks a policy, a timeout or a size."));
    }

    [Fact]
    public void Every_endpoint_of_the_gateway_itself_says_who_may_use_it() => Assert.All(
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints,
        it => Assert.True(
            it.Metadata.GetMetadata<IAuthorizeData>() is not null || it.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            $"{it.DisplayName} says nothing."));

    [Theory]
    [InlineData("/api/training-credits/ledgers/me", "/ledgers/me")]
    [InlineData("/api/certification/applications/1/documents", "/applications/1/documents")]
    [InlineData("/api/notifications/notices?mine=true", "/notices?mine=true")]
    [InlineData("/api/certification/openapi/v1.json", "/openapi/v1.json")]
    [InlineData("/verify/S1?on=2026-01-01", "/verify/S1?on=2026-01-01")]
    [InlineData("/verify?snapshot=a.b.c", "/verify?snapshot=a.b.c")]
    [InlineData("/api/certification/.well-known/jwks.json", "/.well-known/jwks.json")]
    [InlineData("/my-page", "/my-page")]
    [InlineData("/", "/")]
    public async Task A_route_leads_to_its_service(string asked, string reached)
    {
        using var browser = await app.Browser();
        using var answer = await browser.GetAsync(asked);

        Assert.Equal(reached, (await answer.Json())["path"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/api/identity/internal/people")]
    [InlineData("/api/identity/INTERNAL/people")]
    [InlineData("/api/identity//internal/people")]
    [InlineData("/api/identity/./internal/people")]
    [InlineData("/api/identity/x/../internal/people")]
    [InlineData("/api/identity/%69nternal/people")]
    [InlineData("/api/identity/%2569nternal/people")]
    [InlineData("/api/identity/%2finternal/people")]
    [InlineData("/api/identity/x%5c..%5cinternal/people")]
    [InlineData("/api/identity/x%252f..%252finternal/people")]
    [InlineData("/api/identity/internal;a=b/people")]
    [InlineData("/api/identity/internal%20/people")]
    [InlineData("/api/certification/internal/x")]
    [InlineData("/internal/x")]
    public async Task What_is_internal_does_not_exist_outside(string path)
    {
        using var browser = await app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(
            browser.BaseAddress + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("NOT_FOUND", await answer.Code());
    }

    [Fact]
    public async Task Anybody_may_have_a_paper_checked_and_read_the_keys_it_is_checked_with()
    {
        using var client = app.Client();
        using var keys = await client.GetAsync("/api/certification/.well-known/jwks.json");
        using var check = await client.PostAsync("/api/certification/paper-checks", new StringContent("{}", null, "application/json"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (keys.StatusCode, check.StatusCode));
    }

    [Fact]
    public async Task A_mail_program_may_end_mails_for_whoever_holds_the_mail_RFC8058()
    {
        using var program = app.Client();
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var pressed = await program.PostAsync("/api/notifications/stop-links/token", form);
        using var chosen = await program.GetAsync("/api/notifications/preferences");

        Assert.Equal((HttpStatusCode.OK, "/stop-links/token"), (pressed.StatusCode, (await pressed.Json())["path"]?.GetValue<string>()));
        Assert.Equal(HttpStatusCode.Unauthorized, chosen.StatusCode);
    }

    [Theory]
    [InlineData("/trainings/internal-medicine")]
    [InlineData("/internals")]
    public void A_word_that_only_begins_like_it_is_not_hidden(string path) => Assert.False(HiddenPaths.IsHidden(path));

    [Theory]
    [InlineData("/api/certification/certificates")]
    [InlineData("/api/identity/physicians")]
    [InlineData("/api/notifications/notices")]
    public async Task Without_a_caller_a_closed_route_answers_401_with_a_code(string path)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SIGN_IN_REQUIRED", await answer.Code());
    }

    [Fact]
    public async Task An_attendance_list_of_5000_rows_passes_and_a_far_too_large_one_does_not()
    {
        using var browser = await app.Browser();
        browser.DefaultRequestHeaders.ExpectContinue = true;
        using var list = new StringContent(string.Concat(Enumerable.Repeat("1234567,架空,太郎,1970-01-01,1,attendee,onsite,full\r\n", 5_000)), null, "text/csv");
        using var passed = await browser.PostAsync("/api/training-credits/trainings/1/attendance", list);
        using var tooLarge = new ByteArrayContent(new byte[33 << 20]);
        using var refused = await browser.PostAsync("/api/training-credits/trainings/1/attendance", tooLarge);
        using var tooLargeForOthers = new ByteArrayContent(new byte[(1 << 20) + 1]);
        using var refusedElsewhere = await browser.PostAsync("/api/certification/applications", tooLargeForOthers);

        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("REQUEST_TOO_LARGE", await refused.Code());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refusedElsewhere.StatusCode);
    }

    [Fact]
    public async Task The_configuration_holds_no_address_because_the_AppHost_gives_them()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));

        Assert.All(file?["ReverseProxy"]?["Clusters"]?.AsObject() ?? [], it => Assert.Null(it.Value?["Destinations"]));
    }
}
