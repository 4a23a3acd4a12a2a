using System.Reflection;
using Mamis.Contracts;
using Mamis.Contracts.Identity;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Architecture.Tests;

/// <summary>What the publishers believe of who listens is what the consumers say.</summary>
public sealed class ListenersTests
{
    private static readonly Dictionary<string, Assembly> Services = new()
    {
        ["identity"] = Assembly.Load("Mamis.Identity"),
        ["training-credits"] = Assembly.Load("Mamis.TrainingCredits"),
        ["certification"] = Assembly.Load("Mamis.Certification"),
        ["notifications"] = Assembly.Load("Mamis.Notifications"),
    };

    [Fact]
    public void Every_consumer_of_a_contract_is_named_in_the_manifest_and_nobody_else()
    {
        var consumed =
            from service in Services
            from type in service.Value.GetTypes()
            where type is { IsAbstract: false, IsInterface: false }
            from contract in Consumed(type)
            select $"{contract.Name} -> {QueueOf(type, service.Key)}";

        var manifest =
            from entry in Listeners.ByContract
            from queue in entry.Value
            select $"{entry.Key.Name} -> {queue}";

        Assert.Equal(consumed.Order(StringComparer.Ordinal), manifest.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Consumed(Type consumer) =>
        from it in consumer.GetInterfaces()
        where it.IsGenericType && it.GetGenericTypeDefinition() == typeof(IConsumer<>)
        let message = it.GetGenericArguments()[0]
        let contract = message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Batch<>) ? message.GetGenericArguments()[0] : message
        where contract.Assembly == typeof(PhysicianKnown).Assembly
        select contract;

    /// <summary>The formatter only knows consumers by their type argument.</summary>
    private static string QueueOf(Type consumer, string service) =>
        typeof(IEndpointNameFormatter).GetMethod(nameof(IEndpointNameFormatter.Consumer))
            ?.MakeGenericMethod(consumer)
            .Invoke(Messaging.QueueNames(service), null) as string ?? string.Empty;
}
