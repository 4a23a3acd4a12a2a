namespace Mamis.Portal.Gateway;

/// <summary>A flag in a list: something about credits that staff should look into.</summary>
/// <param name="Much">Minutes at two places, minutes credited, or rows added, by the kind.</param>
/// <param name="Fitting">Minutes that the credited ones exceed.</param>
public sealed record FlagLine(
    Guid FlagId, string Kind, string Status, string? Verdict, Guid? PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly Day,
    int Much, int? Fitting, DateTimeOffset RaisedAt, string Trainings)
{
    /// <summary>Of the words that say why: they differ where nobody who attended is concerned.</summary>
    public string Why => Kind is "units-over-hours" && PhysicianId is null ? "flag.why-designation" : $"flag.why-{Kind}";
}

/// <summary>A flag with the rows it is about and who settled it.</summary>
public sealed record Flag(FlagLine Line, IReadOnlyList<FlaggedRow> Rows, IReadOnlyList<FlagSettlement> Settlements);

/// <summary>A session of a flag, with an entry of it where there is one.</summary>
public sealed record FlaggedRow(
    Guid TrainingId, string TrainingTitle, string Organizer, bool MayCorrect, int Session, string Title, DateOnly Date, TimeOnly Start, TimeOnly End,
    string Place, int SessionUnits, Guid? EntryId, string? Category, int? Units, string? Mode, string? Attendance, string? Status, int? ListRow,
    DateTimeOffset? PostedAt, string? LicenceNumber, string? FamilyName, string? GivenName);

/// <summary>Who settled a flag and what was found.</summary>
public sealed record FlagSettlement(DateTimeOffset At, string Desk, string Verdict, string? Remark);
