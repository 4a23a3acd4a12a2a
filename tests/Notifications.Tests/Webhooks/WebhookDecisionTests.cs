using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Webhooks;

namespace Mamis.Notifications.Tests.Webhooks;

public sealed class WebhookDecisionTests
{
    private static readonly StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-000000000001"));
    private static readonly WebhookRegistered Registered = new("system", "https://example.invalid/", [WebhookKinds.CreditPosted], Clerk);
    private static readonly WebhookPaused Paused = new(PauseReason.Gone, By: null);
    private static readonly WebhookRemoved Removed = new(Clerk);

    [Fact]
    public void Registering_twice_registers_once()
    {
        var command = new RegisterWebhook.Command(Registered.Name, Registered.Url, Registered.Kinds, Clerk);

        Assert.Single(RegisterWebhook.Decide(new(), command).Events);
        Assert.Empty(RegisterWebhook.Decide(After(Registered), command).Events);
    }

    [Fact]
    public void The_first_reason_of_a_pause_stays()
    {
        Assert.Equal([Paused], PauseWebhook.Decide(After(Registered), new(PauseReason.Gone, By: null)).Events);
        Assert.Empty(PauseWebhook.Decide(After(Registered, Paused), new(PauseReason.ByStaff, Clerk)).Events);
    }

    [Fact]
    public void Only_what_is_paused_is_resumed()
    {
        Assert.Equal([new WebhookResumed(Clerk)], ResumeWebhook.Decide(After(Registered, Paused), new(Clerk)).Events);
        Assert.Empty(ResumeWebhook.Decide(After(Registered), new(Clerk)).Events);
    }

    [Fact]
    public void The_same_kinds_in_another_order_are_no_change()
    {
        Assert.Empty(ChangeWebhookKinds.Decide(After(Registered), new([WebhookKinds.CreditPosted], Clerk)).Events);
        Assert.Single(ChangeWebhookKinds.Decide(After(Registered), new([WebhookKinds.CreditPosted, WebhookKinds.CreditWithdrawn], Clerk)).Events);
    }

    [Fact]
    public void Every_secret_has_the_next_number()
    {
        var until = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        var first = RotateWebhookSecret.Decide(After(Registered), new(until, Clerk)).Events;

        Assert.Equal([new WebhookSecretRotated(2, until, Clerk)], first);
        Assert.Equal([new WebhookSecretRotated(3, until, Clerk)], RotateWebhookSecret.Decide(After([Registered, .. first]), new(until, Clerk)).Events);
    }

    [Fact]
    public void What_is_removed_cannot_be_changed_any_more()
    {
        var webhook = After(Registered, Removed);
        Decision[] decisions =
        [
            ChangeWebhookKinds.Decide(webhook, new([], Clerk)), RotateWebhookSecret.Decide(webhook, new(default, Clerk)),
            PauseWebhook.Decide(webhook, new(PauseReason.ByStaff, Clerk)), ResumeWebhook.Decide(webhook, new(Clerk)),
        ];

        Assert.All(decisions, it => Assert.Equal([WebhookRefusals.Unknown], it.Refusals));
        Assert.Empty(RemoveWebhook.Decide(webhook, new(Clerk)).Events);
        Assert.Equal([WebhookRefusals.Unknown], RemoveWebhook.Decide(new(), new(Clerk)).Refusals);
    }

    private static Webhook After(params IEnumerable<object> events) => events.Aggregate(new Webhook(), (it, e) => it.Evolve(e));
}
