using Mamis.Benchmarks.Measuring;
using Mamis.Contracts;
using Mamis.Contracts.TrainingCredits;
using Mamis.Testing;

namespace Mamis.Benchmarks.Events;

/// <summary>S7: what stands in the store until the broker has confirmed all of it, through publisher and bus as they are.</summary>
public sealed class PublishEvents : IBenchmark
{
    private const string Work = "publish from store to quorum queue";
    private const int Messages = 5_000;
    private const int Rounds = 11;

    public string Id => "S7";

    public async Task<IReadOnlyList<Comparison>> Measure()
    {
        var broker = await NativeServers.CreateVirtualHost("bench");
        await using var node = await PublishingNode.Start(await NativeServers.CreateDatabase("bench-publish"), broker);
        var queues = Listeners.ByContract[typeof(CreditPosted)];
        await using var bare = await BareClient.Start(broker, queues.Count);

        await node.Append(1);
        await node.Publish();
        await bare.Imitate(queues[0]);

        var ours = new Contender(Messages, () => Task.WhenAll(bare.Empty(queues), node.Append(Messages)), node.Publish);
        var limit = new Contender(Messages, bare.Empty, () => bare.Publish(Messages));
        var rates = await Contest.Run(Rounds, limit, ours);

        return [rates.Compare(Id, Work, ours, "bare RabbitMQ.Client, confirms", limit, 0.5)];
    }
}
