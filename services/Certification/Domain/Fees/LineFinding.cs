namespace Mamis.Certification.Domain.Fees;

/// <summary>What the reference and the amount of a transfer say of it; all but the first are for a clerk.</summary>
public enum LineFinding
{
    /// <summary>One application, and just what it still owes: received without anybody's help.</summary>
    Exact,

    /// <summary>Less than is owed, as when the bank's charge was taken off.</summary>
    Part,

    /// <summary>More than is owed.</summary>
    Over,

    /// <summary>For an application that is paid or owes nothing.</summary>
    PaidAlready,

    /// <summary>For an application that is decided or withdrawn.</summary>
    Closed,

    /// <summary>Several references, or one that two applications share.</summary>
    Ambiguous,

    /// <summary>No reference of an application at this payee.</summary>
    Unknown,
}
