using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Flags;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Looks at every credit and every list a moment after it was posted, and raises the flags that follow.</summary>
/// <remarks>A page of events is a fixed number of queries. A crash repeats a page, and what is found again is known already.</remarks>
public sealed class WatchCredits(
    IEventStore store, NpgsqlDataSource database, EventCatalog catalog, AppendSignal signal, TimeProvider clock, ILogger<WatchCredits> logger)
    : Subscription("mamis:flags", database, catalog, signal, clock, logger)
{
    private readonly NpgsqlDataSource _database = database;

    protected override async Task Handle(IReadOnlyList<StoredEvent> events, long from, CancellationToken cancellation)
    {
        var credits = events.Select(it => it.Data).OfType<CreditPosted>().ToArray();
        var lists = events.Select(it => it.Data).OfType<AttendancePosted>().Select(it => it.List).ToArray();
        var found = new List<FlagRaised>();

        if (credits.Length > 0)
        {
            var attended = await Suspects.Of(credits, store, _database, cancellation);
            found.AddRange([.. RaiseFlags.TwoPlaces(attended), .. RaiseFlags.UnitsOverHours(attended), .. await Suspects.Designated(credits, _database, cancellation)]);
        }

        if (lists.Length > 0)
        {
            found.AddRange(await GrownLists.Of(lists, _database, cancellation));
        }

        await Raise(found, cancellation);

        await using var connection = await _database.OpenConnectionAsync(cancellation);
        await Progress.Move(connection, Name, from, events[^1].Sequence, cancellation);
    }

    private async Task Raise(List<FlagRaised> found, CancellationToken cancellation)
    {
        if (found.Count == 0)
        {
            return;
        }

        var flags = await store.LoadMany<CreditFlag>([.. found.Select(it => it.Stream())], cancellation);
        var changes = new Changes();

        foreach (var it in found)
        {
            var (id, version, flag) = flags[it.Stream()];
            changes.Append<CreditFlag>(id, version, RaiseFlags.Decide(flag, it).Events);
        }

        if (!changes.IsEmpty)
        {
            await store.Append(changes, cancellation);
        }
    }
}
