using Mamis.AppHost.Embedded.Native;
using RabbitMQ.Client.Exceptions;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>Whether the broker takes a client: the question behind the health of a node of ours and of a given one.</summary>
public static class Broker
{
    public static async Task<bool> Answers(ServerResource resource, CancellationToken cancellation)
    {
        try
        {
            await RabbitServer.Check(resource.ConnectionString, cancellation);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }
}
