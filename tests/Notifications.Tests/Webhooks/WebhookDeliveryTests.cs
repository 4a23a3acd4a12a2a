using System.Net;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Notifications.Tests.Integration;

namespace Mamis.Notifications.Tests.Webhooks;

/// <summary>What happens reaches whoever asked for it, signed, once under one id, and whoever does not take it is tried again and then left.</summary>
[Trait("Category", "Servers")]
public sealed class WebhookDeliveryTests(WebhookApp webhooks) : IClassFixture<WebhookApp>
{
    [Fact]
    public async Task What_is_told_twice_is_delivered_once_signed_and_names_nobody()
    {
        var (id, secret) = await webhooks.Register("works", "application.decided");
        var (granted, message) = (Granted(), Guid.CreateVersion7());
        await webhooks.App.Publish(granted, message);
        await webhooks.App.Publish(granted, message);
        await Delivered(id);
        await webhooks.App.Publish(Granted());
        await NotificationsApp.Eventually(async () => (await webhooks.Deliveries(id)).Count == 2 ? "both" : null);
        var call = Assert.Single(webhooks.Receiver.Calls, it => it.Body.Contains($"{granted.ApplicationId}", StringComparison.Ordinal));
        var body = JsonNode.Parse(call.Body);

        Assert.Equal(call.SignedWith(secret), call.Signatures);
        Assert.Equal(("application.decided", "1", call.Id), ($"{body?["type"]}", $"{body?["version"]}", $"{body?["id"]}"));
        Assert.Equal(["applicationId", "physicianId", "decision", "scheme", "kind"], body?["data"]?.AsObject().Select(it => it.Key));
        Assert.DoesNotContain("traceparent", call.Headers, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_did_not_ask_for_a_kind_hears_nothing_of_it()
    {
        var (listener, _) = await webhooks.Register("works", "application.returned");
        var (other, _) = await webhooks.Register("works", "credit.posted");
        await webhooks.App.Publish(Returned());
        await Delivered(listener);

        Assert.Empty(await webhooks.Deliveries(other));
    }

    [Fact]
    public async Task A_server_that_fails_first_gets_the_same_id_again_and_takes_it()
    {
        var (id, _) = await webhooks.Register("fails-first");
        var failed = await webhooks.Try(id, it => $"{it["attempts"]}" == "1");
        webhooks.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var delivered = await Delivered(id);

        Assert.Equal(("waiting", "500"), ($"{failed["state"]}", $"{failed["status"]}"));
        Assert.NotNull(failed["nextAt"]);
        Assert.Equal(("2", "200"), ($"{delivered["attempts"]}", $"{delivered["status"]}"));
        Assert.Single(webhooks.Receiver.Calls.Where(it => it.Path == "/fails-first").Select(it => it.Id).Distinct());
    }

    [Theory]
    [InlineData("redirects", "308", "status")]
    [InlineData("hangs", "no-answer-in-time", "fault")]
    public async Task A_server_that_does_not_say_yes_itself_is_tried_again_later(string mood, string expected, string field)
    {
        var (id, _) = await webhooks.Register(mood);
        var calls = webhooks.Receiver.Calls.Count(it => it.Path == "/works");
        var delivery = await webhooks.Try(id, it => $"{it["attempts"]}" == "1");

        Assert.Equal(("waiting", expected), ($"{delivery["state"]}", $"{delivery[field]}"));
        Assert.Equal(calls, webhooks.Receiver.Calls.Count(it => it.Path == "/works"));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        var (id, _) = await webhooks.Register("never-ends");
        var delivery = await webhooks.Try(id, it => $"{it["state"]}" == "delivered");
        await NotificationsApp.Eventually(() => Task.FromResult(webhooks.Receiver.BrokenOff > 0 ? "broken off" : null));

        Assert.Equal("200", $"{delivery["status"]}");
    }

    [Fact]
    public async Task A_server_that_is_gone_is_left_at_once_and_what_happens_is_kept_for_it()
    {
        var (id, _) = await webhooks.Register("gone");
        await webhooks.Try(id, it => $"{it["state"]}" == "failed");
        var webhook = await webhooks.Read($"/webhooks/{id}");
        await webhooks.App.Publish(Ended());
        await webhooks.Delivery(id, it => $"{it["state"]}" == "kept");

        Assert.Equal(("paused", "gone"), ($"{webhook["state"]}", $"{webhook["reason"]}"));
        Assert.Equal("WEBHOOK_PAUSED", $"{(await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/tests", HttpStatusCode.Conflict))?["code"]}");
    }

    [Fact]
    public async Task After_three_days_without_success_a_webhook_is_paused_with_the_reason()
    {
        var (id, _) = await webhooks.Register("fails");
        await webhooks.Try(id, it => $"{it["attempts"]}" == "1");
        webhooks.App.Clock.Advance(TimeSpan.FromDays(3));
        var delivery = await webhooks.Delivery(id, it => $"{it["state"]}" == "failed");

        Assert.Equal("503", $"{delivery["status"]}");
        Assert.Equal("not-reached", $"{(await webhooks.Read($"/webhooks/{id}"))["reason"]}");
    }

    [Fact]
    public async Task What_was_kept_goes_out_when_the_pause_is_over()
    {
        var (id, _) = await webhooks.Register("works");
        await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/pause", HttpStatusCode.NoContent);
        await webhooks.App.Publish(Ended());
        await webhooks.Delivery(id, it => $"{it["state"]}" == "kept");
        await webhooks.Do(HttpMethod.Post, $"/webhooks/{id}/resume", HttpStatusCode.NoContent);

        Assert.Equal("certificate.ended", $"{(await Delivered(id))["type"]}");
    }

    [Fact]
    public async Task A_delivery_can_be_repeated_under_its_id()
    {
        var (id, _) = await webhooks.Register("works");
        var delivery = await webhooks.Try(id, it => $"{it["state"]}" == "delivered");
        await webhooks.Do(HttpMethod.Post, $"/webhook-deliveries/{delivery["id"]}/redelivery", HttpStatusCode.Accepted);
        await webhooks.Delivery(id, it => $"{it["round"]}" == "2" && $"{it["state"]}" == "delivered");

        Assert.Equal(2, webhooks.Receiver.Calls.Count(it => it.Id == $"{delivery["messageId"]}"));
        await webhooks.Do(HttpMethod.Post, $"/webhook-deliveries/{Guid.CreateVersion7()}/redelivery", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_thirty_days_a_delivery_is_forgotten()
    {
        var (id, _) = await webhooks.Register("works");
        await webhooks.Try(id, it => $"{it["state"]}" == "delivered");
        webhooks.App.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        await webhooks.App.RunForToday();
        await NotificationsApp.Eventually(async () => (await webhooks.Deliveries(id)).Count == 0 ? "none" : null);

        Assert.Equal(0, await webhooks.App.Database.Find<int>("select count(*)::integer from webhook_messages", new { }, CancellationToken.None));
    }

    private Task<JsonNode> Delivered(string id) => webhooks.Delivery(id, it => $"{it["state"]}" == "delivered");

    private static ApplicationGranted Granted() => new()
    {
        ApplicationId = Guid.CreateVersion7(),
        PhysicianId = Guid.CreateVersion7(),
        Scheme = "Occupational",
        Kind = "Renewal",
        OccurredAt = TimeProvider.System.GetUtcNow(),
    };

    private static ApplicationReturned Returned() => new()
    {
        ApplicationId = Guid.CreateVersion7(),
        PhysicianId = Guid.CreateVersion7(),
        Desk = "13-001",
        OccurredAt = TimeProvider.System.GetUtcNow(),
    };

    private static CertificateEnded Ended() => new()
    {
        CertificateId = Guid.CreateVersion7(),
        PhysicianId = Guid.CreateVersion7(),
        Reason = "lapsed",
        Version = 3,
        OccurredAt = TimeProvider.System.GetUtcNow(),
    };
}
