namespace Mamis.Certification.Domain.Eligibility;

/// <summary>When a unit counts at all: the days and caps of rules U4 to U11.</summary>
/// <param name="SystemFrom">First day of trainings that exist in the system only; paper is older (rule U5).</param>
/// <param name="LecturersFrom">First training whose lecturers receive the units of the own lecture (rules U10, K15).</param>
/// <param name="EscortUnits">Most field units one accompanied visit gives (rules U11, K16).</param>
/// <param name="WebUnits">Most units gained online that enter the total of a renewal (rules U7, K17).</param>
public sealed record CreditRules(
    string Version, DateOnly Since, DateOnly SystemFrom, DateOnly LecturersFrom, int EscortUnits, int WebUnits)
{
    private static readonly CreditRules[] Versions =
    [
        new(
            "credits-1",
            Since: DateOnly.MinValue,
            SystemFrom: new(2025, 4, 1),
            LecturersFrom: new(2023, 6, 20),
            EscortUnits: 3,
            WebUnits: 5),
    ];

    public static CreditRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>Alone online there are no basic and no field units; update, special and sports trainings are open (rules U7, SN5, SR4).</summary>
    public static bool AllowsWeb(CreditCategory category) => !category.IsBasic() && !category.IsField();
}
