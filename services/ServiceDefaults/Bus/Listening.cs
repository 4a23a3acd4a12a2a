using Mamis.Contracts;
using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Mamis.ServiceDefaults;

/// <summary>Makes the queues of all listeners of a contract before the first message of it is published.</summary>
/// <remarks>
/// An exchange without queues confirms a message and throws it away. With the queues made by the publisher, a service that
/// has never run yet, or is down during a first roll-out, finds everything it should have heard.
/// </remarks>
internal static class Listening
{
    private static readonly RabbitMqMessageNameFormatter Names = new();

    /// <summary>The consumer binds the same queue by way of an exchange of its own; the broker still delivers one copy.</summary>
    public static void Deploy(IRabbitMqBusFactoryConfigurator rabbit)
    {
        foreach (var (contract, queues) in Listeners.ByContract)
        {
            var exchange = Names.GetMessageName(contract).ToString();

            rabbit.Publish(contract, publish =>
            {
                foreach (var queue in queues)
                {
                    publish.BindQueue(exchange, queue, Hardening.Queue);
                }
            });
        }
    }
}
