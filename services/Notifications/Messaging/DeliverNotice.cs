using System.Globalization;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Messaging;

/// <summary>The work left with a notice: bring it to its physician.</summary>
public sealed record DeliverNotice(Guid NoticeId)
{
    public const string Kind = "deliver-notice";

    /// <summary>The next attempt, after as many deferrals as there were.</summary>
    public static StoreCommand After(Guid notice, int deferrals, DateTimeOffset due) =>
        new(DeterministicId.From("delivery", notice, deferrals), Kind, new DeliverNotice(notice), due);

    /// <summary>The first attempt after it was waived at a version of its stream and resumed.</summary>
    public static StoreCommand Resumed(Guid notice, long version, DateTimeOffset due) =>
        new(DeterministicId.From("delivery", notice, "resumed", version), Kind, new DeliverNotice(notice), due);

    /// <summary>One more attempt on a day, whatever became of the earlier ones.</summary>
    public static StoreCommand Again(Guid notice, DateOnly day, DateTimeOffset due) =>
        new(DeterministicId.From("delivery", notice, day.ToString("O", CultureInfo.InvariantCulture)), Kind, new DeliverNotice(notice), due);
}

/// <summary>Leaves the first attempt in the transaction that schedules the notice.</summary>
public static class Deliveries
{
    /// <summary>An entry on a desk's list is told by standing there.</summary>
    public static Changes LeaveDelivery(this Changes changes, Guid notice, NoticeRoute route, TimeProvider clock) => route switch
    {
        NoticeRoute.ListForDesk => changes,
        NoticeRoute.ToOrganisation => changes.Leave(TellOrganisation.After(notice, 0, clock.GetUtcNow())),
        _ => changes.Leave(DeliverNotice.After(notice, 0, clock.GetUtcNow())),
    };
}
