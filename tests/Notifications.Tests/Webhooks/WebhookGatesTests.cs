using Mamis.EventStore.Commands;
using Mamis.Notifications.Messaging.Webhooks;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Tests.Webhooks;

public sealed class WebhookGatesTests : IDisposable
{
    private static readonly Guid Webhook = new("0199a000-0000-7000-8000-000000000001");
    private static readonly Guid Other = new("0199a000-0000-7000-8000-000000000002");

    private readonly WebhookGates _gates = new(Options.Create(new WebhookOptions()), TimeProvider.System);

    public void Dispose() => _gates.Dispose();

    [Fact]
    public async Task Who_fails_again_and_again_is_spared_and_the_others_are_not()
    {
        for (var i = 0; i < 5; i++)
        {
            await Pass(Webhook, status: 503);
        }

        await Assert.ThrowsAsync<PutBackException>(() => Pass(Webhook, status: 200));
        Assert.Equal(200, (await Pass(Other, status: 200)).Status);
    }

    [Fact]
    public async Task A_slow_one_has_its_places_and_no_more()
    {
        var answer = new TaskCompletionSource<WebhookOutcome>();
        var slow = Enumerable.Range(0, 2).Select(_ => _gates.Pass(Webhook, _ => answer.Task, CancellationToken.None)).ToArray();

        await Assert.ThrowsAsync<PutBackException>(() => Pass(Webhook, status: 200));
        Assert.Equal(200, (await Pass(Other, status: 200)).Status);
        answer.SetResult(new(200, Fault: null));
        await Task.WhenAll(slow);
    }

    private Task<WebhookOutcome> Pass(Guid webhook, int status) =>
        _gates.Pass(webhook, _ => Task.FromResult(new WebhookOutcome(status, Fault: null)), CancellationToken.None);
}
