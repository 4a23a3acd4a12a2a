using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class DemoDataTests
{
    [Fact]
    public async Task The_file_names_a_login_for_every_role_and_is_the_owner_s_only()
    {
        await using var app = await Started(new());
        var logins = (JsonNode.Parse(await File.ReadAllTextAsync(app.DemoFile))?["logins"]?.AsArray() ?? []).Select(it => it?["role"].Text()).ToHashSet();

        Assert.Superset(
            new HashSet<string?> { "physician", "county-staff", "prefecture-staff", "jma-staff", "organizer", "scheduler", "auditor" }, logins);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(app.DemoFile));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_set_of_data_and_keys()
    {
        await using var first = new IdentityApp();
        await first.Prepare();
        await using var second = IdentityApp.Beside(first);
        await Task.WhenAll(Task.Run(() => Started(first)), Task.Run(() => Started(second)));
        await using var connection = await first.Source.OpenConnectionAsync();

        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from credentials.signing_key"));
        Assert.Equal(48, await connection.ExecuteScalarAsync<long>("select count(*) from association_list where length(code) < 4"));
        Assert.Equal(4, await connection.ExecuteScalarAsync<long>("select count(*) from credentials.machine_client"));
        using var asked = second.As(await first.MachineToken("service:x", ServiceDefaults.InternalClients.SecretOf("service:x", IdentityApp.Secret)));
        using var answer = await asked.GetAsync(new Uri($"/internal/sessions/{Guid.CreateVersion7()}/alive", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_crash_left_unpublished_appears_at_the_next_start_with_the_secrets_that_hold()
    {
        await using var first = await Started(new());
        var password = first.Demo("logins", "login", "demo-member")["password"].Text();
        File.Move(first.DemoFile, $"{first.DemoFile}.new");
        await using var second = await Started(IdentityApp.Beside(first));

        Assert.Equal(password, second.Demo("logins", "login", "demo-member")["password"].Text());
        await second.LogIn("demo-member", password);
    }

    [Fact]
    public async Task A_start_at_another_port_stands_in_the_file_with_the_same_logins()
    {
        await using var first = await Started(new());
        var before = await File.ReadAllTextAsync(first.DemoFile);
        await File.WriteAllTextAsync(first.DemoFile, before.Replace($"{JsonNode.Parse(before)?["gateway"]}", "http://127.0.0.1:1", StringComparison.Ordinal));
        await using var second = await Started(IdentityApp.Beside(first));

        Assert.Equal(before, await File.ReadAllTextAsync(second.DemoFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(second.DemoFile));
    }

    [Fact]
    public async Task A_crash_before_the_events_leaves_nothing_that_stands_in_the_way()
    {
        await using var first = await Started(new());
        await using (var connection = await first.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("truncate mt_streams, mt_events, staff_list, physician_card, association_list, person, credentials.machine_client cascade");
        }

        File.Delete(first.DemoFile);
        await using var second = await Started(IdentityApp.Beside(first));
        var (client, _) = await second.Staff("jma");
        client.Dispose();
    }

    private static async Task<IdentityApp> Started(IdentityApp app)
    {
        await app.InitializeAsync();
        return app;
    }
}
