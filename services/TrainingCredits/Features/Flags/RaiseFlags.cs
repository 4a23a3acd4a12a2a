using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Flags;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Finds what staff should look into, among attendances that may not fit together. No credit waits for it.</summary>
public static class RaiseFlags
{
    /// <summary>What is known already raises nothing, not even after it was settled; another session does.</summary>
    public static Decision Decide(CreditFlag flag, FlagRaised found) =>
        found.Sessions.All(it => flag.Sessions.Contains(it.Session)) ? Decision.Nothing : Decision.Append(found);

    /// <summary>Whoever was at two trainings at once, by at least a minute, on site or on the web.</summary>
    /// <param name="attended">Full and partial presence: who was somewhere else was there, with units or without.</param>
    public static IEnumerable<FlagRaised> TwoPlaces(IEnumerable<Attended> attended) =>
        from day in attended.GroupBy(it => (it.Physician, it.Day))
        let pairs = Pairs([.. day.OrderBy(it => it.From).ThenBy(it => it.Session.Value)]).ToArray()
        where pairs.Length > 0
        select new TwoPlacesFlagged(
            day.Key.Physician,
            day.Key.Day,
            [.. pairs.SelectMany(it => new[] { it.One.Flagged, it.Other.Flagged }).Distinct()],
            pairs.Max(it => it.One.OverlapWith(it.Other)));

    /// <summary>Whomever one training gave more units on one day than an hour of presence for each (rule U1).</summary>
    /// <remarks>Across trainings this follows from being at two places, so each is said once.</remarks>
    public static IEnumerable<FlagRaised> UnitsOverHours(IEnumerable<Attended> attended) =>
        from day in attended.Where(it => it.IsFull).GroupBy(it => (it.Physician, it.Training, it.Day))
        let units = day.Sum(it => it.Credited)
        let present = Attended.PresentAt(day)
        where units > present
        select new UnitsFlagged(day.Key.Physician, day.Key.Day, [.. day.Select(it => it.Flagged)], units, present);

    private static IEnumerable<(Attended One, Attended Other)> Pairs(IReadOnlyList<Attended> day) =>
        from i in Enumerable.Range(0, day.Count)
        from other in day.Skip(i + 1)
        where day[i].Training != other.Training && day[i].OverlapWith(other) > 0
        select (day[i], other);
}
