using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class PasskeyTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Whoever_has_a_passkey_logs_in_without_a_name_and_its_use_is_seen()
    {
        var (id, email, client, _) = await app.Newcomer();
        using var owner = client;
        using var device = new Authenticator();
        await owner.AddPasskey(RegistrationForms.Password, device);
        var before = await owner.Passkeys();
        var session = await LogIn(device);
        using var again = app.As(await app.TokenOf(session));
        var sessions = (await again.GetFromJsonAsync<JsonNode>("/sessions"))?["sessions"]?.AsArray() ?? [];

        Assert.Equal([(PasskeyCalls.Name, false)], before);
        Assert.Equal([(PasskeyCalls.Name, true)], await again.Passkeys());
        Assert.Equal("passkey", sessions.Single(it => it?["current"]?.GetValue<bool>() is true)?["means"].Text());
        Assert.Equal([email], await app.ToldTo(id, "passkey-added"));
    }

    [Fact]
    public async Task A_passkey_is_both_factors_of_staff()
    {
        var (client, _) = await app.Staff("jma");
        using var jma = client;
        using var device = new Authenticator();
        await jma.AddPasskey(PasswordOf("jma"), device);
        using var staff = app.As(await app.TokenOf(await LogIn(device)));
        using var clients = await staff.GetAsync(new Uri("/machine-clients", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, clients.StatusCode);
    }

    [Fact]
    public async Task The_question_names_nobody_and_asks_for_an_unlocked_device_of_this_site()
    {
        using var gateway = await app.AsService();
        var (_, options) = await gateway.Question();

        Assert.Equal(("mamis.example.invalid", "required"), (options["rpId"].Text(), options["userVerification"].Text()));
        Assert.Empty(options["allowCredentials"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_passkey_is_registered_for_the_password_and_with_a_name()
    {
        var (_, _, client, _) = await app.Newcomer();
        using var owner = client;
        using var device = new Authenticator();
        using var wrong = await owner.PostAsJsonAsync("/passkey-registrations", new { currentPassword = "wrong" });
        var started = await owner.StartPasskey(RegistrationForms.Password);
        using var nameless = await owner.FinishPasskey(started, device.Create(started["options"] ?? started), name: " ");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await wrong.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSKEY_NAME_INVALID"), await nameless.Problem());
        Assert.Empty(await owner.Passkeys());
    }

    [Fact]
    public async Task An_eleventh_is_refused()
    {
        var (id, _, client, _) = await app.Newcomer();
        using var owner = client;
        using var device = new Authenticator();
        await owner.AddPasskey(RegistrationForms.Password, device);
        await using var connection = await app.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into credentials.passkey select sha256(i::text::bytea), gen_random_uuid(), user_id, name, public_key, sign_count, transports,
                is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at, used_at
            from credentials.passkey, generate_series(2, 10) i where user_id = @id
            """,
            new { id });
        using var answer = await owner.PostAsJsonAsync("/passkey-registrations", new { currentPassword = RegistrationForms.Password });

        Assert.Equal((HttpStatusCode.Conflict, "PASSKEYS_TOO_MANY"), await answer.Problem());
    }

    [Fact]
    public async Task Renamed_it_opens_as_before_and_removed_nothing_more_and_other_sessions_end()
    {
        var (id, email, client, _) = await app.Newcomer();
        using var owner = client;
        using var device = new Authenticator();
        var passkey = await owner.AddPasskey(RegistrationForms.Password, device);
        using var renamed = await owner.PutAsJsonAsync($"/passkeys/{passkey}/name", new { name = " ward tablet " });
        var names = await owner.Passkeys();
        var elsewhere = await LogIn(device);
        using var wrong = await Remove(owner, passkey, "wrong");
        using var removed = await Remove(owner, passkey, RegistrationForms.Password);
        using var twice = await Remove(owner, passkey, RegistrationForms.Password);
        using var refused = await Try(device);
        using var service = await app.AsService();
        using var ended = await service.PostAsync(new Uri($"/internal/sessions/{elsewhere}/token", UriKind.Relative), null);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (renamed.StatusCode, removed.StatusCode));
        Assert.Equal([("ward tablet", false)], names);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await wrong.Problem());
        Assert.Equal((HttpStatusCode.NotFound, "PASSKEY_UNKNOWN"), await twice.Problem());
        Assert.Equal((HttpStatusCode.Unauthorized, "PASSKEY_FAILED"), await refused.Problem());
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
        Assert.Equal([email], await app.ToldTo(id, "passkey-removed"));
    }

    [Fact]
    public async Task Another_persons_passkey_is_neither_renamed_nor_removed()
    {
        var (_, _, client, _) = await app.Newcomer();
        var (_, _, other, _) = await app.Newcomer();
        using var owner = client;
        using var stranger = other;
        using var device = new Authenticator();
        var passkey = await owner.AddPasskey(RegistrationForms.Password, device);
        using var renamed = await stranger.PutAsJsonAsync($"/passkeys/{passkey}/name", new { name = "mine" });
        using var removed = await Remove(stranger, passkey, RegistrationForms.Password);

        Assert.Equal((HttpStatusCode.NotFound, "PASSKEY_UNKNOWN"), await renamed.Problem());
        Assert.Equal((HttpStatusCode.NotFound, "PASSKEY_UNKNOWN"), await removed.Problem());
        await LogIn(device);
    }

    [Fact]
    public async Task A_lost_password_touches_no_passkey()
    {
        var (_, email, client, _) = await app.Newcomer();
        using var owner = client;
        using var device = new Authenticator();
        await owner.AddPasskey(RegistrationForms.Password, device);
        using var anybody = app.CreateClient();
        using var asked = await anybody.PostAsJsonAsync("/recoveries", new { login = email });
        var recovery = (await asked.Json())["recoveryId"]?.GetValue<Guid>() ?? Guid.Empty;
        using var set = await anybody.PostAsJsonAsync($"/recoveries/{recovery}/password", new { code = await app.Code(recovery), newPassword = "another horse battery" });

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        await LogIn(device);
    }

    private static Task<HttpResponseMessage> Remove(HttpClient owner, Guid passkey, string currentPassword) =>
        owner.PostAsJsonAsync($"/passkeys/{passkey}/removal", new { currentPassword });

    private async Task<HttpResponseMessage> Try(Authenticator device)
    {
        using var gateway = await app.AsService();
        var (id, options) = await gateway.Question();
        return await gateway.Answer(id, device.Get(options));
    }

    private async Task<string> LogIn(Authenticator device)
    {
        using var answer = await Try(device);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var opened = await answer.Json();
        Assert.Null(opened["next"]);
        return opened["sessionId"].Text();
    }

    private string PasswordOf(string login) => app.Demo("logins", "login", login)["password"].Text();
}
