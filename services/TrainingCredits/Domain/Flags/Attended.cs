using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Domain.Flags;

/// <summary>One physician's attendance of one session, as it is compared with the others of that day.</summary>
/// <param name="From">When the physician was there: by the door where it knows, else from the beginning of the session.</param>
/// <param name="To">Likewise, not included.</param>
/// <param name="IsFull">Whether it gives units; partial presence gives none (rules U8, U9).</param>
public sealed record Attended(
    PhysicianId Physician, TrainingId Training, SessionId Session, DateOnly Day, int Units, int Lasting, bool IsFull, DateTimeOffset From, DateTimeOffset To)
{
    /// <param name="stay">What the door knows; <see cref="Stay.Nowhere"/> without one.</param>
    public static Attended Of(PhysicianId physician, TrainingId training, SessionId session, TimedSession times, bool isFull, Stay stay)
    {
        var (begins, ends) = (BusinessCalendar.StartOf(times.Date) + times.Start.ToTimeSpan(), BusinessCalendar.StartOf(times.Date) + times.End.ToTimeSpan());
        var (from, to) = stay.Within(begins, ends);

        return new(physician, training, session, times.Date, times.Units, Minutes(begins, ends), isFull, from, to);
    }

    public FlaggedSession Flagged => new(Training, Session);

    /// <summary>What it was credited for, in minutes: an hour to a unit (rule U1), and never more than the session lasts.</summary>
    public int Credited => IsFull ? Math.Min(Units * 60, Lasting) : 0;

    /// <summary>Minutes for which the physician was at both; to leave one as the other begins is to be at one place.</summary>
    public int OverlapWith(Attended other) => Minutes(From > other.From ? From : other.From, To < other.To ? To : other.To);

    /// <summary>Minutes of presence at any of them, counted once where they overlap.</summary>
    public static int PresentAt(IEnumerable<Attended> sessions)
    {
        var (present, until) = (0, DateTimeOffset.MinValue);

        foreach (var it in sessions.OrderBy(it => it.From))
        {
            present += Minutes(it.From > until ? it.From : until, it.To);
            until = it.To > until ? it.To : until;
        }

        return present;
    }

    private static int Minutes(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (int)(to - from).TotalMinutes);
}

/// <summary>When a session takes place, in Asia/Tokyo, and the units it gives.</summary>
public sealed record TimedSession(DateOnly Date, TimeOnly Start, TimeOnly End, int Units);
