using System.Globalization;
using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The day a renewal run is for: any day near enough to be meant, so that a year can be simulated and a slip is noticed.</summary>
public static class RunDay
{
    private const int YearsBack = 1;

    /// <summary>Two terms of five years: later than any end that can be known.</summary>
    private const int YearsAhead = 10;

    /// <summary>Whether no certificate known today can be of interest on that day.</summary>
    public static bool IsTooLate(DateOnly day, DateOnly today) => day > today.YearsAfter(YearsAhead);

    /// <summary>The day, or why it is none.</summary>
    public static (DateOnly Day, Refusal? Refusal) Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (today, Refusals.AsOfMissing);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (today, Refusals.AsOfUnreadable);
        }

        return (day, day < today.YearsAfter(-YearsBack) ? Refusals.AsOfTooEarly : IsTooLate(day, today) ? Refusals.AsOfTooLate : null);
    }
}
