namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>Which way somebody passed the door.</summary>
public enum Direction
{
    Entry,
    Exit,
}

/// <summary>By what a physician was known at the door.</summary>
public enum CheckInWay
{
    /// <summary>The physician, logged in, gave the code on the wall.</summary>
    WallCode,

    /// <summary>The organizer read the physician's own pass.</summary>
    Pass,

    /// <summary>The organizer typed register number and birth date from a document.</summary>
    Number,
}
