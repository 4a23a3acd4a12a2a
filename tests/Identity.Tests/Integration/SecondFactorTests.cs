using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

/// <summary>The second factor of physicians, who may have one and need none.</summary>
[Trait("Category", "Servers")]
public sealed class SecondFactorTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Short = "9 signs ok";

    [Fact]
    public async Task Switched_on_it_is_asked_for_at_the_next_login_and_ends_the_sessions_begun_without()
    {
        var (id, email, client, session) = await app.Newcomer();
        using var owner = client;
        var before = await app.LogIn(email, RegistrationForms.Password);
        var (secret, codes) = await SwitchOn(owner);
        var after = await app.LogIn(email, RegistrationForms.Password);
        var state = await owner.GetFromJsonAsync<JsonNode>("/credentials");

        Assert.Equal((true, false, false), (await Holds(session), await Holds(before), await Holds(after)));
        Assert.Equal(HttpStatusCode.OK, await Confirm(after, NextCode(secret)));
        Assert.Equal((10, true, 8), (codes.Count, state?["secondFactor"]?.GetValue<bool>(), state?["shortestPassword"]?.GetValue<int>()));
        Assert.Equal([email], await app.ToldTo(id, "second-factor-on"));
    }

    [Fact]
    public async Task A_recovery_code_that_came_with_it_stands_in_for_the_app()
    {
        var (_, email, client, _) = await app.Newcomer();
        using var owner = client;
        var (_, codes) = await SwitchOn(owner);

        Assert.Equal(HttpStatusCode.OK, await Confirm(await app.LogIn(email, RegistrationForms.Password), codes[0]));
    }

    [Fact]
    public async Task It_is_offered_for_the_password_and_on_only_with_the_first_code_of_the_app()
    {
        var (_, email, client, _) = await app.Newcomer();
        using var owner = client;
        using var wrong = await owner.PostAsJsonAsync("/second-factor-offers", new { currentPassword = "wrong" });
        using var early = await owner.PostAsJsonAsync("/second-factor", new { code = "123456" });
        var secret = await Offer(owner);
        using var guessed = await owner.PostAsJsonAsync("/second-factor", new { code = Other(app.CodeOf(secret)) });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await wrong.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FIRST_CODE_WRONG"), await early.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FIRST_CODE_WRONG"), await guessed.Problem());
        Assert.True(await Holds(await app.LogIn(email, RegistrationForms.Password)));
    }

    [Theory]
    [InlineData(899, HttpStatusCode.OK)]
    [InlineData(900, HttpStatusCode.UnprocessableEntity)]
    public async Task An_offer_waits_a_quarter_of_an_hour(int seconds, HttpStatusCode status)
    {
        var (_, _, client, session) = await app.Newcomer();
        using var owner = client;
        var secret = await Offer(owner);
        app.Advance(TimeSpan.FromSeconds(seconds));
        using var later = app.As(await app.TokenOf(session));
        using var answer = await later.PostAsJsonAsync("/second-factor", new { code = app.CodeOf(secret) });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Switched_off_with_password_and_code_it_is_asked_for_no_more_and_its_recovery_codes_are_gone()
    {
        var (id, email, client, _) = await app.Newcomer();
        using var owner = client;
        var (secret, _) = await SwitchOn(owner);
        using var wrongPassword = await SwitchOff(owner, "wrong", NextCode(secret));
        using var wrongCode = await SwitchOff(owner, RegistrationForms.Password, Other(app.CodeOf(secret)));
        using var off = await SwitchOff(owner, RegistrationForms.Password, app.CodeOf(secret));
        var state = await owner.GetFromJsonAsync<JsonNode>("/credentials");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await wrongPassword.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PRESENT_CODE_WRONG"), await wrongCode.Problem());
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        Assert.Equal((false, 0), (state?["secondFactor"]?.GetValue<bool>(), state?["recoveryCodesLeft"]?.GetValue<int>()));
        Assert.True(await Holds(await app.LogIn(email, RegistrationForms.Password)));
        Assert.Equal([email], await app.ToldTo(id, "second-factor-off"));
    }

    [Fact]
    public async Task Eight_signs_are_enough_only_while_it_is_on()
    {
        var (_, _, client, _) = await app.Newcomer();
        using var owner = client;
        using var before = await owner.PostAsJsonAsync("/password", new { currentPassword = RegistrationForms.Password, newPassword = Short });
        var (secret, _) = await SwitchOn(owner);
        using var with = await owner.PostAsJsonAsync("/password", new { currentPassword = RegistrationForms.Password, newPassword = Short });
        using var off = await SwitchOff(owner, Short, NextCode(secret));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSWORD_TOO_SHORT"), await before.Problem());
        Assert.Equal(HttpStatusCode.NoContent, with.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "PASSWORD_SHORT_ALONE"), await off.Problem());
    }

    [Fact]
    public async Task A_lost_password_never_bypasses_it()
    {
        var (_, email, client, _) = await app.Newcomer();
        using var owner = client;
        await SwitchOn(owner);
        using var anybody = app.CreateClient();
        using var asked = await anybody.PostAsJsonAsync("/recoveries", new { login = email });
        var recovery = (await asked.Json())["recoveryId"]?.GetValue<Guid>() ?? Guid.Empty;
        using var set = await anybody.PostAsJsonAsync($"/recoveries/{recovery}/password", new { code = await app.Code(recovery), newPassword = Short });

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.False(await Holds(await app.LogIn(email, Short)));
    }

    [Fact]
    public async Task Staff_keep_theirs_and_get_no_second_one()
    {
        var (client, _) = await app.Staff("organizer");
        using var staff = client;
        var password = app.Demo("logins", "login", "organizer")["password"].Text();
        using var off = await SwitchOff(staff, password, "123456");
        using var again = await staff.PostAsJsonAsync("/second-factor-offers", new { currentPassword = password });

        Assert.Equal((HttpStatusCode.Conflict, "SECOND_FACTOR_REQUIRED"), await off.Problem());
        Assert.Equal((HttpStatusCode.Conflict, "SECOND_FACTOR_ON"), await again.Problem());
    }

    private static string Other(string code) => code[0] == '0' ? $"1{code[1..]}" : $"0{code[1..]}";

    private static Task<HttpResponseMessage> SwitchOff(HttpClient owner, string currentPassword, string code) =>
        owner.PostAsJsonAsync("/second-factor/removal", new { currentPassword, code });

    private static async Task<string> Offer(HttpClient owner)
    {
        using var answer = await owner.PostAsJsonAsync("/second-factor-offers", new { currentPassword = RegistrationForms.Password });
        var offered = await answer.Json();
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains($"secret={offered["secret"].Text()}", offered["address"].Text(), StringComparison.Ordinal);
        return offered["secret"].Text();
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> SwitchOn(HttpClient owner)
    {
        var secret = await Offer(owner);
        using var answer = await owner.PostAsJsonAsync("/second-factor", new { code = app.CodeOf(secret) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (secret, [.. ((await answer.Json())["codes"]?.AsArray() ?? []).Select(it => it.Text())]);
    }

    /// <summary>A code serves once, so the clock moves on first.</summary>
    private string NextCode(string secret)
    {
        app.Advance(TimeSpan.FromSeconds(60));
        return app.CodeOf(secret);
    }

    private async Task<HttpStatusCode> Confirm(string session, string code)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync($"/internal/sessions/{session}/totp", new { code });
        return answer.StatusCode;
    }

    private async Task<bool> Holds(string session)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }
}
