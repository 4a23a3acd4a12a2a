using System.Collections.Concurrent;
using System.Diagnostics;
using Mamis.Contracts.Identity;
using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>One trace from the gateway's request to the effect in another service.</summary>
[Trait("Category", "Servers")]
public sealed class TraceTests
{
    [Fact]
    public async Task A_trace_goes_from_the_request_through_store_and_broker_to_the_consumer()
    {
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var broker = await NativeServers.CreateVirtualHost("traces");
        await using var identity = await ServiceNode.Start(
            "identity", broker, await StoreHost.NewDatabase(), describe: store => store.Publisher<Renown>(), map: app => app.MapPost("/{id:guid}", Register));
        await using var notifications = await ServiceNode.Start(
            "notifications", broker, await StoreHost.NewDatabase(), bus => bus.AddConsumer<KeepContactWhenKnown>());
        var physician = Guid.CreateVersion7();
        var trace = ActivityTraceId.CreateRandom();

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{physician}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await identity.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await Eventually.True(async () => (await notifications.Store.Load(physician)).Exists, "the message had its effect");

        string[] Steps() => [.. seen.Where(it => it.TraceId == trace).Select(it => $"{it.Source.Name} {it.Kind}").Distinct().Order(StringComparer.Ordinal)];
        await Eventually.True(
            () => Steps() is var steps && Expected.All(steps.Contains), $"all of {string.Join(", ", Expected)} are in the trace");
        Assert.True(seen.Count(it => it.TraceId == trace && it.OperationName == "append") >= 2, "Both services append in this trace.");
    }

    private static readonly string[] Expected =
    [
        "Mamis.EventStore Internal", "Mamis.EventStore Producer", "MassTransit Consumer", "MassTransit Producer", "Microsoft.AspNetCore Server",
        "Npgsql Client",
    ];

    private static Task Register(Guid id, IEventStore store) => store.Append(id, 0, Accounts.Opened());

    /// <summary>Tells that the owner of an account is known.</summary>
    private sealed class Renown : IPublisher
    {
        public object? Translate(StoredEvent e) => new PhysicianKnown { PhysicianId = e.StreamId, Version = e.Version, OccurredAt = e.Timestamp };
    }
}
