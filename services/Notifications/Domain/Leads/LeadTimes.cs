using Mamis.Kernel;

namespace Mamis.Notifications.Domain.Leads;

/// <summary>How long before the end of a term one association tells its physicians, as it set it over the years.</summary>
public sealed record LeadTimes : IEvolve<LeadTimes>
{
    /// <summary>In the order in which they were set; none is ever changed.</summary>
    public IReadOnlyList<LeadTimeSet> Set { get; init; } = [];

    public static Guid IdOf(string association) => DeterministicId.From("lead-times", association);

    /// <summary>What holds on a day; of two for the same day the later set one. Null where nothing was set.</summary>
    public LeadTimeSet? On(DateOnly day, NoticeKind kind, Scheme scheme) =>
        Set.Where(it => (it.Kind, it.Scheme) == (kind, scheme) && it.Since <= day).OrderBy(it => it.Since).LastOrDefault();

    public LeadTimes Evolve(object @event) => @event switch
    {
        LeadTimeSet e => this with { Set = [.. Set, e] },
        _ => this,
    };
}

/// <summary>An association tells its physicians earlier or later than the rule for all, from a day on; what went out before stays as it is.</summary>
/// <param name="LeadMonths">0 means that it does not tell them; null that the rule for all holds again.</param>
/// <param name="Since">The first day in Tokyo whose run follows it.</param>
public sealed record LeadTimeSet(string Association, NoticeKind Kind, Scheme Scheme, int? LeadMonths, DateOnly Since, StaffId By);
