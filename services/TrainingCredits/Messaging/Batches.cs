using MassTransit;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>Consumers that copy what other services own take many messages at a time: an import tells of 400,000 physicians.</summary>
public static class Batches
{
    private const int Most = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static void AddBatchConsumer<TConsumer>(this IBusRegistrationConfigurator bus)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(options => options
            .SetMessageLimit(Most).SetTimeLimit(Patience).SetConcurrencyLimit(1)));
}
