namespace Mamis.Certification.Domain.Rounds;

/// <summary>A round as one desk has it: which, and the last day on which that desk takes in applications for it.</summary>
public readonly record struct RoundAtDesk(IntakeRoundId Round, DateOnly Closes);

/// <summary>Which round an application belongs to.</summary>
public static class RoundsAtDesk
{
    /// <summary>The first whose closing day at the first desk has not passed; the closing day itself is still in time. Null where no calendar reaches that far, which stops nobody.</summary>
    public static IntakeRoundId? OpenOn(this IReadOnlyList<RoundAtDesk> rounds, DateOnly day) => rounds
        .Where(it => it.Closes >= day)
        .OrderBy(it => it.Closes)
        .Select(it => (IntakeRoundId?)it.Round)
        .FirstOrDefault();
}
