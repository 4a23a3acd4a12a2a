using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features;

/// <summary>The desk a member of staff sits at.</summary>
public static class CallerDesk
{
    public static string Desk(this ClaimsPrincipal user) =>
        user.IsInRole(Roles.JmaStaff) ? Association.Jma : user.AssociationCode();

    public static bool IsStaff(this ClaimsPrincipal user) =>
        user.IsInRole(Roles.CountyStaff) || user.IsInRole(Roles.PrefectureStaff) || user.IsInRole(Roles.JmaStaff);

    /// <summary>Whether the caller's desk reaches the physician; the JMA reaches everybody (D4).</summary>
    public static bool Reaches(this ClaimsPrincipal user, Standing? physician) =>
        user.IsStaff() && (user.IsInRole(Roles.JmaStaff) || (physician is not null && Jurisdiction.Covers(user.Desk(), physician)));
}
