namespace Mamis.Portal.Gateway;

/// <summary>A claim of a missing credit in a list.</summary>
public sealed record ClaimLine(
    Guid ClaimId, string TrainingTitle, string Organizer, string Prefecture, string Status, DateOnly AnswerBy, bool Overdue, DateTimeOffset MadeAt,
    string? LicenceNumber, string? FamilyName, string? GivenName);

/// <summary>A claim with what was claimed and all that was done about it.</summary>
public sealed record Claim(
    Guid Id, string Status, DateOnly AnswerBy, bool MayAnswer, Guid TrainingId, string TrainingTitle, string Organizer, string Prefecture, string Role,
    IReadOnlyList<ClaimedSession> Sessions, Claimant? Claimant, IReadOnlyList<Guid> Evidence, IReadOnlyList<ClaimStep> Steps)
{
    /// <summary>Whether somebody has something to do about it.</summary>
    public bool IsOpen => Status is "at-organizer" or "turned-down" or "at-prefecture";
}

/// <summary>A session the physician was at.</summary>
public sealed record ClaimedSession(int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Category, int Units);

/// <summary>Who claims.</summary>
public sealed record Claimant(string LicenceNumber, string FamilyName, string GivenName);

/// <summary>One thing that happened to a claim.</summary>
public sealed record ClaimStep(string What, DateTimeOffset At, string? Desk, string? Words);

/// <summary>A claim that was just made.</summary>
public sealed record NewClaim(Guid Id);
