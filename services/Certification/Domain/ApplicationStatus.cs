namespace Mamis.Certification.Domain;

/// <summary>Where an application stands, in the words the physician and the desks see.</summary>
public enum ApplicationStatus
{
    /// <summary>There is no such application.</summary>
    None,

    Draft,

    /// <summary>Submitted; the ledger has not answered yet.</summary>
    AwaitingCredits,

    /// <summary>The ledger could not set the counted entries aside.</summary>
    CreditsShort,

    AtDesk,

    Returned,

    Granted,

    Rejected,

    Withdrawn,
}
