using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Notifications.Messaging.Webhooks;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Tests.Webhooks;

/// <summary>Who may be called, and the life of a webhook and its secrets.</summary>
[Trait("Category", "Servers")]
public sealed class WebhookTests(WebhookApp webhooks) : IClassFixture<WebhookApp>
{
    [Theory]
    [InlineData("https://127.0.0.1/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://localhost/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://2130706433/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://0x7f.1/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://10.1.2.3:8443/hook", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://100.64.0.1/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://169.254.169.254/latest/meta-data", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://224.0.0.1/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://[::1]/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://[::ffff:192.168.0.1]/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://[fe80::1]/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://[fd00:ec2::254]/", "WEBHOOK_ADDRESS_FORBIDDEN")]
    [InlineData("https://nobody.invalid/", "WEBHOOK_HOST_UNKNOWN")]
    [InlineData("http://1.1.1.1/", "WEBHOOK_URL_INVALID")]
    [InlineData("https://name@1.1.1.1/", "WEBHOOK_URL_INVALID")]
    [InlineData("https://1.1.1.1/#part", "WEBHOOK_URL_INVALID")]
    [InlineData("/relative", "WEBHOOK_URL_INVALID")]
    [InlineData("", "WEBHOOK_URL_INVALID")]
    public async Task Nobody_makes_us_call_where_outsiders_cannot(string url, string code)
    {
        var problem = await webhooks.Do(HttpMethod.Post, "/webhooks", HttpStatusCode.UnprocessableEntity, new { name = "system", url, kinds = new[] { "credit.posted" } });

        Assert.Equal([code], Codes(problem));
    }

    [Fact]
    public async Task A_public_address_is_taken_and_a_path_is_kept()
    {
        var created = await webhooks.Do(HttpMethod.Post, "/webhooks", HttpStatusCode.Created, new { name = "system", url = "https://1.1.1.1:8443/hook?tenant=1", kinds = new[] { "credit.posted" } });

        Assert.Equal("https://1.1.1.1:8443/hook?tenant=1", $"{(await webhooks.Read($"/webhooks/{created?["id"]}"))["url"]}");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var problem = await webhooks.Do(HttpMethod.Post, "/webhooks", HttpStatusCode.UnprocessableEntity, new { kinds = new[] { "everything" } });

        Assert.Equal(["WEBHOOK_NAME_MISSING", "WEBHOOK_URL_INVALID", "WEBHOOK_KIND_UNKNOWN"], Codes(problem));
    }

    /// <summary>The name was public when it was registered, and leads to this machine when it is called.</summary>
    [Fact]
    public async Task A_name_that_leads_into_a_network_by_now_is_not_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = Options.Create(new WebhookOptions());
        using var client = new WebhookClient(new(options), options, TimeProvider.System);
        var outcome = await client.Send(
            new()
            {
                Id = Guid.CreateVersion7(),
                WebhookId = Guid.CreateVersion7(),
                MessageId = Guid.CreateVersion7(),
                Attempts = 0,
                Since = TimeProvider.System.GetUtcNow(),
                Body = "{}",
                Url = $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/",
                IsActive = true,
            },
            [[1]],
            CancellationToken.None);

        Assert.Equal(new WebhookOutcome(Status: null, WebhookFault.AddressForbidden), outcome);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Both_secrets_sign_for_a_day_and_then_the_new_one_alone()
    {
        var (id, first) = await webhooks.Register("works");
        var second = $"{(await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/secret", HttpStatusCode.OK))?["secret"]}";
        var between = await Call(id);
        webhooks.App.Clock.Advance(TimeSpan.FromHours(24));
        var after = await Call(id);

        Assert.Equal($"{between.SignedWith(second)} {between.SignedWith(first)}", between.Signatures);
        Assert.Equal(after.SignedWith(second), after.Signatures);
    }

    [Fact]
    public async Task A_second_rotation_ends_the_first_secret_at_once()
    {
        var (id, first) = await webhooks.Register("works");
        await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/secret", HttpStatusCode.OK);
        await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/secret", HttpStatusCode.OK);
        var call = await Call(id);

        Assert.Equal(2, call.Signatures.Split(' ').Length);
        Assert.DoesNotContain(call.SignedWith(first), call.Signatures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_stands_in_the_database_as_it_is()
    {
        var (id, secret) = await webhooks.Register("works");
        var stored = await webhooks.App.Database.Find<byte[]>("select sealed from webhook_secrets where webhook_id = @id", new { id = Guid.Parse(id) }, CancellationToken.None);
        var listed = await webhooks.Read("/webhooks");

        Assert.Equal(-1, stored.AsSpan().IndexOf(WebhookSecrets.KeyOf(secret)));
        Assert.DoesNotContain("whsec_", listed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_removed_leaves_neither_secret_nor_delivery()
    {
        var (id, _) = await webhooks.Register("works");
        await Call(id);
        await webhooks.Do(HttpMethod.Put, $"/webhooks/{id}/kinds", HttpStatusCode.NoContent, new { kinds = new[] { "credit.withdrawn" } });
        await webhooks.Do(HttpMethod.Delete, $"/webhooks/{id}", HttpStatusCode.NoContent);
        var left = await webhooks.App.Database.Find<int>(
            "select ((select count(*) from webhook_secrets where webhook_id = @id) + (select count(*) from webhook_deliveries where webhook_id = @id))::integer",
            new { id = Guid.Parse(id) },
            CancellationToken.None);

        Assert.Equal(0, left);
        Assert.Equal("WEBHOOK_UNKNOWN", $"{(await webhooks.Do(HttpMethod.Get, $"/webhooks/{id}", HttpStatusCode.NotFound))?["code"]}");
        await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/tests", HttpStatusCode.NotFound);
    }

    private async Task<WebhookReceiver.Call> Call(string id)
    {
        var delivery = await webhooks.Try(id, it => $"{it["state"]}" == "delivered");
        return webhooks.Receiver.Calls.Single(it => it.Id == $"{delivery["messageId"]}");
    }

    private static IEnumerable<string> Codes(JsonObject? problem) => problem?["refusals"]?.AsArray().Select(it => $"{it?["code"]}") ?? [];
}
