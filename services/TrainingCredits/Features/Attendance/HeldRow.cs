using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>A row that waits for its physician, with what was given; a row of the table <c>suspense</c> and of no event.</summary>
public sealed record HeldRow(
    Guid Id,
    Guid TrainingId,
    Guid SessionId,
    Guid ListId,
    int Row,
    Guid PostedBy,
    string LicenceNumber,
    string FamilyName,
    string GivenName,
    DateOnly? BirthDate,
    AttendanceRole Role,
    Mode Mode,
    Presence Presence,
    DateTimeOffset HeldAt,
    EntryWay? Way)
{
    /// <summary>The same row has the same id in whatever list it comes, so that it waits once.</summary>
    public static HeldRow Of(JudgeAttendance.Facts facts, int number, AttendanceRow row, SessionId session) => new(
        DeterministicId.From(
            "suspense", session.Value, row.LicenceNumber, Spelling.Comparable(row.FamilyName + row.GivenName),
            row.BirthDate?.ToString("O", provider: null) ?? string.Empty, row.Attending),
        facts.Training.Value,
        session.Value,
        facts.List.Value,
        number,
        facts.PostedBy.Value,
        row.LicenceNumber,
        row.FamilyName,
        row.GivenName,
        row.BirthDate,
        row.Attending.Role,
        row.Attending.Mode,
        row.Attending.Presence,
        facts.Now,
        facts.Way);

    public Attending Attending => new(Role, Mode, Presence);
}
