using Mamis.Kernel;

namespace Mamis.Notifications.Domain.Leads;

/// <summary>Which notices an association may give earlier or later than the rule for all, and within which bounds (N1, N2).</summary>
/// <param name="Shortest">In months before the end of the term.</param>
/// <param name="MayBeLeft">Others tell the same people the same, so that nobody stays untold.</param>
public sealed record LeadTimeRule(Tier Tier, NoticeKind Kind, IReadOnlyList<NoticeRoute> Routes, int Shortest, int Longest, bool MayBeLeft = false)
{
    /// <summary>The association does not tell.</summary>
    public const int Left = 0;

    // N2 is due "about four months" before, and one page says three to four; the desk's list and the notice to the physician go together.
    private static readonly LeadTimeRule[] Rules =
    [
        new(Tier.Jma, NoticeKind.OneYear, [NoticeRoute.JmaToPhysician], Shortest: 10, Longest: 18),
        new(Tier.Prefecture, NoticeKind.OneYear, [NoticeRoute.PrefectureToMember], Shortest: 7, Longest: 18, MayBeLeft: true),
        new(Tier.Prefecture, NoticeKind.FourMonths, [NoticeRoute.ListForDesk, NoticeRoute.DeskToPhysician], Shortest: 3, Longest: 9),
        new(Tier.County, NoticeKind.FourMonths, [NoticeRoute.ListForDesk, NoticeRoute.DeskToPhysician], Shortest: 3, Longest: 9),
    ];

    /// <summary>What the association may set; empty for a code that is no association's.</summary>
    public static IEnumerable<LeadTimeRule> Of(string association) => Rules.Where(it => it.Tier == Association.TierOf(association));

    public bool Allows(int months) => (MayBeLeft && months == Left) || (Shortest <= months && months <= Longest);
}
