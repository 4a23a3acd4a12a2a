using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;

namespace Mamis.Notifications.Messaging;

/// <summary>Asks Certification what some hundred certificates lack, and sends only those warnings on their way that have something to say.</summary>
/// <remarks>The run does not wait for it, so Certification may be away; asked twice, a notice is decided once.</remarks>
public sealed class AskForCredits(IEventStore store, CertificationClient certification, TimeProvider clock) : ICommandHandler
{
    /// <summary>Asked in one call and decided in one append.</summary>
    public const int Most = 500;

    public static string Kind => "ask-for-credits";

    /// <summary>The work a run leaves behind.</summary>
    /// <param name="On">The day the run was for.</param>
    public sealed record Payload(DateOnly On, IReadOnlyList<Guid> Notices);

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var (on, notices) = command.Payload<Payload>();
        var waiting = (await store.LoadMany<Notice>(notices, cancellation)).Values.Where(it => it.State.AwaitsCredits).ToArray();
        var subjects = waiting.Select(it => it.State.Content?.Subject).OfType<Guid>();
        // A missed day is caught up with what is known today; a day to come is foretold.
        var day = on < clock.Today() ? clock.Today() : on;
        var found = await certification.MissingCredits(day, subjects, cancellation);
        var changes = new Changes();

        foreach (var (id, version, notice) in waiting.Select(it => (it.Id, it.Version, it.State)))
        {
            var credits = found.GetValueOrDefault(notice.Content?.Subject ?? default);
            var decision = WarnOfMissingCredits.Decide(notice, new(credits, day));
            changes.Append<Notice>(id, version, decision.Events);

            if (decision.Events is [CreditsFoundMissing])
            {
                changes.Leave(DeliverNotice.After(id, 0, clock.GetUtcNow()));
            }
        }

        await store.Append(changes, cancellation);
    }
}

/// <summary>Leaves the question in the transaction that schedules the notices.</summary>
public static class Questions
{
    public static Changes LeaveQuestions(this Changes changes, IEnumerable<Guid> notices, DateOnly on, TimeProvider clock)
    {
        var now = clock.GetUtcNow();

        foreach (var some in notices.Chunk(AskForCredits.Most))
        {
            changes.Leave(new(Guid.CreateVersion7(now), AskForCredits.Kind, new AskForCredits.Payload(on, some), now));
        }

        return changes;
    }
}
