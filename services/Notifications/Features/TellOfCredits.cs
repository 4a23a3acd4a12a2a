using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Tells every physician in the morning what was posted until yesterday, all of it in one notice; thousands of physicians in one append.</summary>
/// <remarks>What is told is marked in the same transaction, and one node at a time does it, so no credit is told twice.</remarks>
public sealed class TellOfCredits(IEventStore store, NpgsqlDataSource database, TimeProvider clock) : ICommandHandler
{
    private const int PhysiciansInOneAppend = 1_000;

    public static string Kind => "tell-of-credits";

    public static int Lanes => 1;

    /// <summary>The work of a day, left by the first run of it.</summary>
    public static StoreCommand For(DateOnly today, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, today.ToString("O", CultureInfo.InvariantCulture)), Kind, new { }, due);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        await using var lead = await Leadership.TryTake(database, Kind, cancellation)
            ?? throw new InvalidOperationException("The credits of another day are being told; this one comes after.");
        var today = clock.Today();
        var after = Guid.Empty;

        while (await PostedCredits.Before(today, after, PhysiciansInOneAppend, database, cancellation) is [.., { PhysicianId: var last }] digests)
        {
            await lead.Confirm(cancellation);
            await Tell(digests, today, cancellation);
            after = last;
        }
    }

    private async Task Tell(IReadOnlyList<PostedCredits.Digest> digests, DateOnly today, CancellationToken cancellation)
    {
        var wanted = digests.ToDictionary(it => ScheduleNotice.IdOf(it.PhysicianId, NoticeKind.CreditsPosted, today));
        var streams = await store.LoadMany<Notice>(wanted.Keys, cancellation);
        // Whoever was told today already, and has credits that came late, is told of them tomorrow.
        var untold = wanted.Where(it => streams[it.Key].State.Content is null).ToArray();
        var changes = new Changes().Write(PostedCredits.Told(untold.Select(it => (it.Key, it.Value))));

        foreach (var (id, digest) in untold)
        {
            var decision = ScheduleNotice.Decide(streams[id].State, new(ContentOf(digest, today)));
            changes.Append<Notice>(id, streams[id].Version, decision.Events).LeaveDelivery(id, NoticeRoute.JmaToPhysician, clock);
        }

        await store.Append(changes, cancellation);
    }

    private static NoticeScheduled ContentOf(PostedCredits.Digest digest, DateOnly today) => new()
    {
        Kind = NoticeKind.CreditsPosted,
        Route = NoticeRoute.JmaToPhysician,
        Physician = new(digest.PhysicianId),
        Association = Association.Jma,
        Subject = digest.PhysicianId,
        DueOn = today,
        ScheduledOn = today,
        Details = new() { Credits = digest.Credits, Units = digest.Units },
    };
}
