namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>How long a door is open and how exact clocks must be, with the day the numbers took effect (project defaults; G5).</summary>
/// <param name="OpensBefore">The earliest opening, before the session begins.</param>
/// <param name="StaysAfter">It closes by itself, after the session has ended.</param>
/// <param name="Late">Minutes of a session that may be missed at its start; full presence means none (U8, U9).</param>
/// <param name="Early">Minutes that may be missed at its end.</param>
/// <param name="ClockError">By which a device without network may be wrong in spite of its correction.</param>
public sealed record DoorRules(DateOnly Since, TimeSpan OpensBefore, TimeSpan StaysAfter, TimeSpan Late, TimeSpan Early, TimeSpan ClockError)
{
    private static readonly DoorRules[] Versions =
    [
        new(
            Since: DateOnly.MinValue, OpensBefore: TimeSpan.FromHours(3), StaysAfter: TimeSpan.FromHours(1),
            Late: TimeSpan.Zero, Early: TimeSpan.Zero, ClockError: TimeSpan.FromMinutes(2)),
    ];

    public static DoorRules On(DateOnly day) => Versions.Last(it => it.Since <= day);
}
