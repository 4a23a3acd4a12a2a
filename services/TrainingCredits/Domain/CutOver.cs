namespace Mamis.TrainingCredits.Domain;

/// <summary>The day from which units exist only in the system, and before which only on paper (rules U4, U5).</summary>
public static class CutOver
{
    public static readonly DateOnly FirstSystemDay = new(2025, 4, 1);

    public static bool IsPaperEra(DateOnly day) => day < FirstSystemDay;
}
