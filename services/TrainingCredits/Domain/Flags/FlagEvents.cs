using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Flags;

/// <summary>A physician is credited for sessions of different trainings that took place at the same time.</summary>
/// <param name="Sessions">Those that overlap, as far as known by now.</param>
/// <param name="Minutes">By which the two that overlap most do.</param>
public sealed record TwoPlacesFlagged(PhysicianId Physician, DateOnly Day, IReadOnlyList<FlaggedSession> Sessions, int Minutes) : FlagRaised(Sessions)
{
    public override Guid Stream() => DeterministicId.From("flag-places", Physician.Value, Day.DayNumber);
}

/// <summary>A training credited a physician with more units than the physician was there for on that day (rule U1).</summary>
/// <param name="Sessions">Those that overlap, or were not attended as a whole.</param>
/// <param name="Units">In minutes, an hour to a unit, and never more than the session lasts.</param>
/// <param name="Present">Minutes of presence, counted once where sessions overlap.</param>
public sealed record UnitsFlagged(PhysicianId Physician, DateOnly Day, IReadOnlyList<FlaggedSession> Sessions, int Units, int Present) : FlagRaised(Sessions)
{
    public override Guid Stream() => DeterministicId.From("flag-units", Physician.Value, Sessions[0].Training.Value, Day.DayNumber);
}

/// <summary>Attendance came for sessions that give more units than they last hours (rule U1); it is about nobody who attended.</summary>
/// <param name="Units">Of these sessions, in minutes, an hour to a unit.</param>
/// <param name="Lasting">Minutes that these sessions last.</param>
public sealed record DesignationFlagged(DateOnly Day, IReadOnlyList<FlaggedSession> Sessions, int Units, int Lasting) : FlagRaised(Sessions)
{
    public override Guid Stream() => DeterministicId.From("flag-designation", Sessions[0].Training.Value, Day.DayNumber);
}

/// <summary>The organizer added a list to sessions for which another list had been posted on an earlier day.</summary>
/// <param name="Day">On which it was added, in Asia/Tokyo.</param>
/// <param name="Rows">Of the list that were credited or held in these sessions.</param>
public sealed record ListFlagged(ListId List, DateOnly Day, IReadOnlyList<FlaggedSession> Sessions, int Rows) : FlagRaised(Sessions)
{
    public override Guid Stream() => DeterministicId.From("flag-list", List.Value);
}

/// <summary>Staff looked into a flag. Their remark, in words, stays out of the stream.</summary>
/// <param name="Desk">Code of the prefecture or the JMA.</param>
public sealed record FlagSettled(StaffId SettledBy, string Desk, FlagVerdict Verdict);
