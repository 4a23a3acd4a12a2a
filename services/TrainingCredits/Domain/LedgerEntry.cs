using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>Where a credit comes from (rule U4).</summary>
public enum EntrySource
{
    Mamis,
    Paper,
}

/// <summary>Whether an entry can serve an application. A balance is the sum of what is posted, set aside or spent.</summary>
public enum EntryStatus
{
    /// <summary>Counts and is free.</summary>
    Posted,

    /// <summary>Declared from paper, not yet verified.</summary>
    Pending,

    /// <summary>Declared from paper, without proof.</summary>
    Refused,

    /// <summary>Kept for one application.</summary>
    SetAside,

    /// <summary>Used up by a granted application.</summary>
    Spent,

    /// <summary>Taken back by the organizer or staff; counts nowhere and stays on record.</summary>
    Withdrawn,
}

/// <summary>An entry as decisions need it.</summary>
/// <param name="Attending">Null for a paper credit.</param>
/// <param name="HeldBy">The application it is kept for or was spent on.</param>
public sealed record LedgerEntry(
    EntryId Id, Category Category, int Units, EntryStatus Status, Attending? Attending, ApplicationKey? HeldBy)
{
    /// <summary>How many pages of the handbook were sent with it.</summary>
    public int Photos { get; init; }

    /// <summary>Only a free entry can be kept for an application, or one that is kept for it already.</summary>
    public bool CanServe(ApplicationKey application) =>
        Status is EntryStatus.Posted || (Status is EntryStatus.SetAside && HeldBy == application);

    /// <summary>Why it cannot be taken back, or null when it can.</summary>
    public Refusal? SpokenFor => Status switch
    {
        EntryStatus.SetAside => Refusals.CreditSetAside.For(Id.Value.ToString()),
        EntryStatus.Spent => Refusals.CreditSpent.For(Id.Value.ToString()),
        _ => null,
    };

    public bool IsKeptFor(ApplicationKey application) => Status is EntryStatus.SetAside && HeldBy == application;
}
