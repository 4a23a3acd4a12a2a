using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>A waiting row as staff see it.</summary>
public sealed record SuspendedRow
{
    public Guid Id { get; init; }

    public Guid TrainingId { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public Guid SessionId { get; init; }

    public Guid ListId { get; init; }

    public int Row { get; init; }

    public string LicenceNumber { get; init; } = string.Empty;

    public string FamilyName { get; init; } = string.Empty;

    public string GivenName { get; init; } = string.Empty;

    public DateOnly? BirthDate { get; init; }

    public AttendanceRole Role { get; init; }

    public Mode Mode { get; init; }

    public Presence Attendance { get; init; }

    public DateTimeOffset HeldAt { get; init; }

    /// <summary>Why it does not fit the physician who has this number now; null when nobody has.</summary>
    public string? Reason { get; init; }

    /// <summary>Physicians it may be about; staff say whether it is.</summary>
    public IReadOnlyList<NearMatch> NearMatches { get; init; } = [];
}

/// <summary>A physician near to a held row. The birth date stays untold: only whether the row gave the same.</summary>
public sealed record NearMatch(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, Nearness Nearness, bool SameBirthDate);
