namespace Mamis.TrainingCredits.Domain;

/// <summary>In what a physician differs from a row that is probably about them.</summary>
public enum Nearness
{
    /// <summary>The number is right and the name is another, as after a marriage.</summary>
    NameChanged,

    /// <summary>Number and name are right, the birth date is not.</summary>
    BirthDateMistyped,

    /// <summary>Name and birth date are right; a digit of the number is wrong, missing, too many, or two are swapped.</summary>
    NumberMistyped,
}

/// <summary>Numbers that a hand may have typed for one another.</summary>
public static class Typing
{
    /// <summary>Whether one slip leads from one number to the other.</summary>
    public static bool IsOneSlipAway(string typed, string meant) => (meant.Length - typed.Length) switch
    {
        0 => IsOneDigitOff(typed, meant) || IsSwapped(typed, meant),
        1 => LacksOne(typed, meant),
        -1 => LacksOne(meant, typed),
        _ => false,
    };

    private static bool IsOneDigitOff(string typed, string meant) => typed.Zip(meant).Count(it => it.First != it.Second) == 1;

    private static bool IsSwapped(string typed, string meant)
    {
        var at = typed.Zip(meant).TakeWhile(it => it.First == it.Second).Count();
        return at + 1 < typed.Length
            && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]
            && typed[(at + 2)..] == meant[(at + 2)..];
    }

    private static bool LacksOne(string shorter, string longer) =>
        Enumerable.Range(0, longer.Length).Any(at => longer.Remove(at, 1) == shorter);
}
