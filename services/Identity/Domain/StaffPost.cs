using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Which roles there are at which association, and who fills them: the JMA all, a prefecture its own and those of its counties.</summary>
public static class StaffPost
{
    /// <param name="isBody">Whether the code is that of a recognised organizing body.</param>
    public static bool Fits(string role, string association, bool isBody) => role switch
    {
        Roles.CountyStaff => Association.TierOf(association) is Tier.County,
        Roles.PrefectureStaff => Association.TierOf(association) is Tier.Prefecture,
        Roles.JmaStaff or Roles.Auditor => association == Association.Jma,
        Roles.Organizer => isBody,
        _ => false,
    };

    /// <param name="administrator">Code of the association that invites, ends and replaces.</param>
    public static bool IsFilledBy(string administrator, string role, string association) => Association.TierOf(administrator) switch
    {
        Tier.Jma => true,
        Tier.Prefecture => role is Roles.CountyStaff or Roles.PrefectureStaff
            && Association.TierOf(association) is Tier.County or Tier.Prefecture
            && Association.PrefectureOf(association) == administrator,
        _ => false,
    };
}
