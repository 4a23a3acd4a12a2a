using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Features;

/// <summary>Lets a notice go untold that would be wrong by now; the reason stays on record.</summary>
public static class WaiveNotice
{
    public sealed record Command(string Reason);

    public static Decision Decide(Notice notice, Command command) =>
        notice.State is NoticeState.Scheduled or NoticeState.LetterOrdered or NoticeState.Delayed or NoticeState.Bounced
            ? Decision.Append(new NoticeWaived(command.Reason))
            : Decision.Nothing;

    /// <summary>Waives many in the transaction that takes note of what made them superfluous.</summary>
    public static async Task<Changes> Waive(
        this Changes changes, IEnumerable<Guid> notices, string reason, IEventStore store, CancellationToken cancellation)
    {
        foreach (var (id, stream) in await store.LoadMany<Notice>([.. notices.Distinct()], cancellation))
        {
            changes.Append<Notice>(id, stream.Version, Decide(stream.State, new(reason)).Events);
        }

        return changes;
    }

    /// <summary>Why the warning of a term would be wrong, or null while it is right.</summary>
    public static string? ReasonFor(NoticeScheduled content, CertificateTerm? term) => (content.ValidTo, term) switch
    {
        (null, _) or (_, null) => null,
        (_, { Ended: true }) => Reasons.CertificateEnded,
        (var warned, { ValidTo: var present }) when warned != present => Reasons.TermReplaced,
        (_, { RenewalUnderWay: true }) => Reasons.AlreadyApplied,
        _ => null,
    };
}
