using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.Notifications.Tests.Integration;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Webhooks;

/// <summary>One running service for all tests of the webhooks, the server of an integrator beside it.</summary>
public sealed class WebhookApp : IAsyncLifetime
{
    internal WebhookReceiver Receiver { get; } = new();

    internal NotificationsApp App { get; private set; } = new();

    internal HttpClient Jma => App.As(TestTokens.For(Roles.JmaStaff, association: Association.Jma));

    public async Task InitializeAsync()
    {
        await Receiver.Start();
        App = new() { Receiver = new Uri(Receiver.Address).Authority, Patience = TimeSpan.FromSeconds(1) };
        await App.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>Its id and its secret.</summary>
    internal async Task<(string Id, string Secret)> Register(string mood, string kind = "certificate.ended")
    {
        using var jma = Jma;
        using var answer = await jma.PostAsJsonAsync("/webhooks", new { name = mood, url = Receiver.At(mood), kinds = new[] { kind } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var created = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return ($"{created?["id"]}", $"{created?["secret"]}");
    }

    /// <summary>Sends a test to a webhook; answers the delivery once it is as wanted.</summary>
    internal async Task<JsonNode> Try(string webhook, Func<JsonNode, bool> until)
    {
        var delivery = $"{(await Do(HttpMethod.Post, $"/webhooks/{webhook}/tests", HttpStatusCode.Accepted))?["deliveryId"]}";
        return await Delivery(webhook, it => $"{it["id"]}" == delivery && until(it));
    }

    internal Task<JsonNode> Delivery(string webhook, Func<JsonNode, bool> until) => NotificationsApp.Eventually(
        async () => (await Deliveries(webhook)).FirstOrDefault(until));

    internal async Task<IReadOnlyList<JsonNode>> Deliveries(string webhook) =>
        [.. ((await Read($"/webhooks/{webhook}/deliveries"))["deliveries"]?.AsArray() ?? []).OfType<JsonNode>()];

    internal async Task<JsonObject> Read(string path)
    {
        using var jma = Jma;
        return await InquiryApp.Read(jma, path);
    }

    internal async Task<JsonObject?> Do(HttpMethod method, string path, HttpStatusCode expected, object? body = null)
    {
        using var jma = Jma;
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await jma.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        return answer.Content.Headers.ContentLength is 0 ? null : await answer.Content.ReadFromJsonAsync<JsonObject>();
    }
}
