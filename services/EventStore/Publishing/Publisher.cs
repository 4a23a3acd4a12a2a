using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore.Publishing;

/// <summary>The event store is the outbox: publishes every event in order and stores how far the broker has confirmed.</summary>
/// <remarks>
/// Events of one stream go one after the other, so that a failure in the middle cannot let a later one pass an earlier;
/// different streams go side by side. A crash repeats at most one page, under the same message ids.
/// A broker that was killed may never confirm what it was given in its first moments: the page is then sent again.
/// </remarks>
public sealed class Publisher(
    IPublisher publisher, PublishMessage publish, NpgsqlDataSource database, EventCatalog catalog, AppendSignal signal,
    TimeProvider clock, ILogger<Publisher> logger)
    : Subscription("mamis:publisher", database, catalog, signal, clock, logger)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _database = database;
    private readonly TimeProvider _clock = clock;

    protected override async Task Handle(IReadOnlyList<StoredEvent> events, long from, CancellationToken cancellation)
    {
        await PublishAll(events, cancellation);

        await using var connection = await _database.OpenConnectionAsync(cancellation);
        await Progress.Move(connection, Name, from, events[^1].Sequence, cancellation);
    }

    private async Task PublishAll(IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        using var silence = new CancellationTokenSource(LongestSilence, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);

        try
        {
            await Task.WhenAll(events.GroupBy(it => it.StreamId).Select(stream => PublishInOrder(stream, silence, either.Token)));
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker confirmed nothing for {LongestSilence.TotalSeconds} s.");
        }
    }

    private async Task PublishInOrder(IEnumerable<StoredEvent> stream, CancellationTokenSource silence, CancellationToken cancellation)
    {
        foreach (var e in stream)
        {
            if (publisher.Translate(e) is { } contract)
            {
                await publish(new(e.Id, contract, e.TraceParent), cancellation);
                silence.CancelAfter(LongestSilence);
                StoreTelemetry.Published.Add(1);
            }
        }
    }
}
