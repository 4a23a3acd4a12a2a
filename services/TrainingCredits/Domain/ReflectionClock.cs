namespace Mamis.TrainingCredits.Domain;

/// <summary>How long a training has waited for its attendance list (P5).</summary>
public enum Reporting
{
    InTime,

    /// <summary>The organizer is reminded.</summary>
    Reminded,

    /// <summary>The organizer is reminded for the last time.</summary>
    Urged,

    /// <summary>Late; the organizer's prefecture and the JMA see it on their list.</summary>
    Overdue,
}

/// <summary>After how many days without a list a training is reminded of and overdue, with the day the numbers took effect.</summary>
/// <remarks>The incumbent shows units after about a month; a list that comes later keeps its physicians waiting longer than that.</remarks>
public sealed record ReflectionClock(DateOnly Since, int FirstReminder, int LastReminder, int Overdue)
{
    private static readonly ReflectionClock[] Versions =
    [
        new(Since: DateOnly.MinValue, FirstReminder: 14, LastReminder: 25, Overdue: 30),
    ];

    public static ReflectionClock On(DateOnly day) => Versions.Last(it => it.Since <= day);

    /// <param name="days">Since the last day of the training.</param>
    public Reporting After(int days) => days switch
    {
        _ when days >= Overdue => Reporting.Overdue,
        _ when days >= LastReminder => Reporting.Urged,
        _ when days >= FirstReminder => Reporting.Reminded,
        _ => Reporting.InTime,
    };
}
