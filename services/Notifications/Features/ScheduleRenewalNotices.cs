using System.Data;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Leads;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Schedules every renewal notice due on a day, missed days included, thousands of streams in one append (N1, N2, N5).</summary>
/// <remarks>Runs may overlap: both meet the same streams, and whoever comes second finds them scheduled. One that breaks off is looked for again.</remarks>
public sealed class ScheduleRenewalNotices(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const int StreamsInOneAppend = 2_000;

    /// <summary>How many notices this run scheduled, by kind.</summary>
    public async Task<IReadOnlyDictionary<NoticeKind, int>> On(DateOnly asOf, CancellationToken cancellation)
    {
        var windows = await OwnLeads.WindowsOn(asOf, database, cancellation);
        var created = new Dictionary<NoticeKind, int>();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var looked = await LookedWindows.In(connection, cancellation);
        var due = DueNotice.In(windows.SelectMany(looked.Left), connection, cancellation);

        await foreach (var chunk in due.Chunk(StreamsInOneAppend).WithCancellation(cancellation))
        {
            foreach (var (kind, number) in await Schedule(chunk, asOf, cancellation))
            {
                created[kind] = created.GetValueOrDefault(kind) + number;
            }
        }

        await looked.MoveTo(windows, database, cancellation);
        return created;
    }

    private async Task<IReadOnlyDictionary<NoticeKind, int>> Schedule(DueNotice[] due, DateOnly asOf, CancellationToken cancellation)
    {
        var wanted = due.ToDictionary(it => ScheduleNotice.IdOf(it.CertificateId, it.ValidTo, it.Kind, it.Route));

        // What has no card yet has no stream either, so the first try need not read any.
        for (var streams = wanted.Keys.ToDictionary(id => id, id => new EventStream<Notice>(id, 0, new())); ;)
        {
            try
            {
                return await Append(wanted, streams, asOf, cancellation);
            }
            catch (StreamVersionException)
            {
                // Another run scheduled some of them meanwhile; reading shows which are left.
                streams = (await store.LoadMany<Notice>(wanted.Keys, cancellation)).ToDictionary();
            }
        }
    }

    private async Task<IReadOnlyDictionary<NoticeKind, int>> Append(
        Dictionary<Guid, DueNotice> wanted, Dictionary<Guid, EventStream<Notice>> streams, DateOnly asOf, CancellationToken cancellation)
    {
        var changes = new Changes();
        var created = new List<(Guid Id, DueNotice Due)>();

        foreach (var (id, due) in wanted)
        {
            var decision = ScheduleNotice.Decide(streams[id].State, new(ContentOf(due)));

            if (decision.Events.Count > 0)
            {
                changes.Append<Notice>(id, streams[id].Version, decision.Events);
                created.Add((id, due));
            }
        }

        await store.Append(LeaveWork(changes, created, asOf), cancellation);
        return created.CountBy(it => it.Due.Kind).ToDictionary();
    }

    /// <summary>What warns of missing credits is asked about first, many at once; everything else goes on its way.</summary>
    private Changes LeaveWork(Changes changes, IEnumerable<(Guid Id, DueNotice Due)> created, DateOnly asOf)
    {
        var kinds = created.ToLookup(it => it.Due.Kind.AsksForCredits());

        foreach (var (id, due) in kinds[false])
        {
            changes.LeaveDelivery(id, due.Route, clock);
        }

        return changes.LeaveQuestions(kinds[true].Select(it => it.Id), asOf, clock);
    }

    private NoticeScheduled ContentOf(DueNotice due) => new()
    {
        Kind = due.Kind,
        Route = due.Route,
        Physician = new(due.PhysicianId),
        Association = due.Association,
        Subject = due.CertificateId,
        Scheme = due.Scheme,
        ValidTo = due.ValidTo,
        DueOn = due.Deadline.MonthsAfter(-due.Lead),
        ScheduledOn = clock.Today(),
    };
}
