using Mamis.Notifications.Domain;
using MassTransit;
using Told = Mamis.Contracts.Certification;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>An application has come to its end.</summary>
/// <param name="Decision"><c>granted</c>, <c>rejected</c> or <c>withdrawn</c>.</param>
/// <param name="Scheme"><c>occupational</c> or <c>sports</c>; only of a granted one.</param>
/// <param name="Kind"><c>new</c> or <c>renewal</c>; only of a granted one.</param>
public sealed record ApplicationDecided(Guid ApplicationId, Guid PhysicianId, string Decision, string? Scheme, string? Kind)
{
    public static WebhookMessage Of(Told.ApplicationGranted it, Guid message) => WebhookMessage.Of(
        WebhookKinds.ApplicationDecided,
        message,
        it.OccurredAt,
        new ApplicationDecided(it.ApplicationId, it.PhysicianId, "granted", it.Scheme.ToLowerInvariant(), it.Kind.ToLowerInvariant()));

    public static WebhookMessage Of(Told.ApplicationClosed it, Guid message) => WebhookMessage.Of(
        WebhookKinds.ApplicationDecided,
        message,
        it.OccurredAt,
        new ApplicationDecided(it.ApplicationId, it.PhysicianId, it.Reason, Scheme: null, Kind: null));
}

/// <summary>Integrators hear what became of an application. Ids follow from the message, so repetition adds nothing and order does not matter.</summary>
public sealed class SendWhenDecided(SendWebhooks webhooks)
    : IConsumer<Told.ApplicationGranted>, IConsumer<Told.ApplicationClosed>, IConsumer<Told.ApplicationReturned>
{
    public Task Consume(ConsumeContext<Told.ApplicationGranted> context) => webhooks.Tell(context, ApplicationDecided.Of);

    public Task Consume(ConsumeContext<Told.ApplicationClosed> context) => webhooks.Tell(context, ApplicationDecided.Of);

    public Task Consume(ConsumeContext<Told.ApplicationReturned> context) => webhooks.Tell(context, ApplicationReturned.Of);
}
