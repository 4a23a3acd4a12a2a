namespace Mamis.Kernel;

/// <summary>Where a physician belongs today: the memberships (each implies the ones before it) and the workplace.</summary>
/// <param name="County">Code of the county association, or null for a non-member.</param>
/// <param name="Prefecture">Code of the prefectural association, or null without prefectural membership.</param>
/// <param name="Jma">Whether the physician is a member of the JMA.</param>
/// <param name="WorkplacePrefecture">Two digits; decides the desk of a non-member.</param>
public sealed record Standing(string? County, string? Prefecture, bool Jma, string WorkplacePrefecture)
{
    /// <summary>Anybody with the county flag is a member at the desk, even without the others (Q17).</summary>
    public bool IsMember => County is not null;

    /// <summary>The first desk of an application and the addressee of the four-month list (domain.md 3.9).</summary>
    public string Desk => County ?? WorkplacePrefecture;

    /// <summary>The prefecture that examines after the county, or first for a non-member.</summary>
    public string DeskPrefecture => County is null ? WorkplacePrefecture : Association.PrefectureOf(County);
}

/// <summary>Who may see and act on a physician: D4 and section 5 of the architecture, in one place for every service.</summary>
public static class Jurisdiction
{
    /// <summary>A county reaches its members, a prefecture the members below it and the non-members who work there, the JMA everybody.</summary>
    public static bool Covers(string association, Standing physician) => Association.TierOf(association) switch
    {
        Tier.Jma => true,
        Tier.Prefecture => physician.DeskPrefecture == association,
        Tier.County => physician.County == association,
        _ => false,
    };
}
