using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Identity.Views;

/// <summary>Jurisdiction as a condition over physician cards, the same as <see cref="Jurisdiction"/> says of one standing (rule D4).</summary>
public static class Reach
{
    /// <summary>A condition on <c>c</c>, a physician card; the association is the parameter <c>association</c>.</summary>
    public static string Condition(string association) => Association.TierOf(association) switch
    {
        Tier.Jma => "true",
        Tier.Prefecture => "c.desk_prefecture = @association",
        Tier.County => "c.county = @association",
        _ => "false",
    };

    /// <summary>Whether whoever calls stands at or above an association: it is their own, a county of their prefecture, or they are the JMA.</summary>
    public static bool IsAbove(this ClaimsPrincipal user, string association) => Association.TierOf(user.AssociationCode()) switch
    {
        Tier.Jma => true,
        Tier.Prefecture => association != Association.Jma && Association.PrefectureOf(association) == user.AssociationCode(),
        Tier.County => association == user.AssociationCode(),
        _ => false,
    };
}
