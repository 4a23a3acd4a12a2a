using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The special measure under which expired certificates are still held, and how long before its end their holders are told (rules X1 to X3, X6).</summary>
/// <param name="FirstExpiry">The first end of a term it covers.</param>
/// <param name="LastExpiry">The last one.</param>
/// <param name="TwiceUntil">Who expired by that day has to renew twice by the end (rule X3).</param>
/// <param name="UnitsUntil">Last day whose units count; the measure ends with it.</param>
/// <param name="ApplyUntil">Last day to apply.</param>
public sealed record SpecialMeasureRule(
    DateOnly Since, Scheme Scheme, DateOnly FirstExpiry, DateOnly LastExpiry, DateOnly TwiceUntil, DateOnly UnitsUntil, DateOnly ApplyUntil, int LeadMonths)
{
    // The measure of sports was over before there was anybody to tell (rule X11).
    private static readonly SpecialMeasureRule[] Versions =
    [
        new(
            DateOnly.MinValue,
            Scheme.Occupational,
            FirstExpiry: new(2020, 2, 1),
            LastExpiry: new(2028, 3, 31),
            TwiceUntil: new(2023, 3, 31),
            UnitsUntil: new(2028, 3, 31),
            ApplyUntil: new(2028, 4, 30),
            LeadMonths: 6),
    ];

    /// <summary>The measure as it was known on a day; null for a scheme that has none.</summary>
    public static SpecialMeasureRule? On(Scheme scheme, DateOnly day) => Versions.LastOrDefault(it => it.Scheme == scheme && it.Since <= day);

    /// <summary>From the lead to the end: the certificates whose term is over and that the measure keeps.</summary>
    public static IReadOnlyList<RenewalWindow> WindowsOn(DateOnly day) =>
    [
        .. Enum.GetValues<Scheme>()
            .Select(scheme => On(scheme, day))
            .OfType<SpecialMeasureRule>()
            .Where(it => it.UnitsUntil.MonthsAfter(-it.LeadMonths) <= day && day <= it.UnitsUntil)
            .Select(it => it.WindowOn(day)),
    ];

    /// <summary>Whether the holder has to renew twice by the end.</summary>
    public bool AsksTwice(DateOnly validTo) => validTo <= TwiceUntil;

    private RenewalWindow WindowOn(DateOnly day)
    {
        var yesterday = day.AddDays(-1);

        return new(
            NoticeKind.SpecialMeasureEnds, NoticeRoute.JmaToPhysician, Scheme, LeadMonths, FirstExpiry, yesterday < LastExpiry ? yesterday : LastExpiry, UnitsUntil);
    }
}
