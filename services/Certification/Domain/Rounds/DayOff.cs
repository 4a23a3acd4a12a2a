namespace Mamis.Certification.Domain.Rounds;

/// <summary>Why nobody sits at a desk on a day.</summary>
public enum DayOff
{
    Saturday,

    Sunday,

    /// <summary>国民の祝日 or 休日.</summary>
    PublicHoliday,
}
