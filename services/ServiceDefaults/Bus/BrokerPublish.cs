using System.Diagnostics;
using Mamis.Contracts;
using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using MassTransit;

namespace Mamis.ServiceDefaults;

/// <summary>Publishes under the id of the event, in the trace of the request that caused it, until the broker confirms.</summary>
/// <remarks>It uses the bus itself: a scoped endpoint could be captured by an outbox that nobody commits.</remarks>
internal sealed class BrokerPublish(IBus bus)
{
    public async Task Publish(OutgoingMessage message, CancellationToken cancellation)
    {
        using var activity = message.TraceParent is { } parent
            ? StoreTelemetry.Source.StartActivity("publish", ActivityKind.Producer, parent)
            : null;
        var contract = message.Contract.GetType();

        await bus.Publish(message.Contract, contract, context => Describe(context, message.Id, contract), cancellation);
    }

    private static void Describe(PublishContext context, Guid id, Type contract)
    {
        context.MessageId = id;

        // Somebody must be there to hear it, else the broker sends it back and the publisher tries again.
        if (Listeners.ByContract.ContainsKey(contract) && context.TryGetPayload<RabbitMqSendContext>(out var send))
        {
            send.Mandatory = true;
        }
    }
}
