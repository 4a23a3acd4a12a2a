namespace Mamis.TrainingCredits.Domain;

/// <summary>How an attendance came to the ledger when not in a list of the organizer; part of the source of its entry.</summary>
public enum EntryWay
{
    /// <summary>Typed by staff from a list on paper.</summary>
    Typed,

    /// <summary>By a claim of the physician that the organizer or the prefecture confirmed.</summary>
    Claimed,
}
