using Mamis.Kernel;

namespace Mamis.Notifications.Domain.Leads;

/// <summary>What an association has set for a notice, as it holds on a day.</summary>
public sealed record OwnLead
{
    public required string Association { get; init; }

    public required NoticeKind Kind { get; init; }

    public required Scheme Scheme { get; init; }

    /// <summary>0 means that it does not tell.</summary>
    public required int LeadMonths { get; init; }

    public bool IsOf(NoticeKind kind, NoticeRoute route, Scheme scheme) =>
        (Kind, Scheme) == (kind, scheme) && LeadTimeRule.Of(Association).Any(it => it.Kind == kind && it.Routes.Contains(route));
}
