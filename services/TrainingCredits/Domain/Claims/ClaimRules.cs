namespace Mamis.TrainingCredits.Domain.Claims;

/// <summary>How many days each side has to act on a claim, with the day the numbers took effect.</summary>
/// <param name="Organizer">To confirm or turn down; then the claim goes to the prefecture by itself.</param>
/// <param name="Insist">For the physician to take a claim that was turned down to the prefecture.</param>
/// <param name="Prefecture">To decide; afterwards the claim stands on its list as overdue.</param>
/// <param name="Files">The most that can be added to one claim.</param>
public sealed record ClaimRules(DateOnly Since, int Organizer, int Insist, int Prefecture, int Files)
{
    private static readonly ClaimRules[] Versions =
    [
        new(Since: DateOnly.MinValue, Organizer: 14, Insist: 30, Prefecture: 14, Files: 10),
    ];

    public static ClaimRules On(DateOnly day) => Versions.Last(it => it.Since <= day);
}
