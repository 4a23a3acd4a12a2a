using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Views.Coverage;

/// <summary>The day and the association a report is about, and whether the caller may see it.</summary>
public sealed record CoverageRequest(DateOnly On, string Association)
{
    public static (CoverageRequest Request, IReadOnlyList<Refusal> Refusals) Read(DateOnly? on, string? association, ClaimsPrincipal user, DateOnly today)
    {
        var request = new CoverageRequest(on ?? today, association ?? OwnOf(user));

        return (request,
        [
            .. RunDay.IsTooLate(request.On, today) ? [Refusals.AsOfTooLate.For("on")] : (Refusal[])[],
            .. Reaches(OwnOf(user), request.Association) ? (Refusal[])[] : [Refusals.AssociationOutOfReach],
        ]);
    }

    /// <summary>An auditor looks at all of it, as the JMA does.</summary>
    private static string OwnOf(ClaimsPrincipal user) =>
        user.IsInRole(Roles.JmaStaff) || user.IsInRole(Roles.Auditor) ? Kernel.Association.Jma : user.AssociationCode();

    private static bool Reaches(string own, string asked) => (Kernel.Association.TierOf(own), Kernel.Association.TierOf(asked)) switch
    {
        (Tier.Jma, not null) => true,
        (Tier.Prefecture, Tier.County) => Kernel.Association.PrefectureOf(asked) == own,
        _ => own == asked,
    };
}
