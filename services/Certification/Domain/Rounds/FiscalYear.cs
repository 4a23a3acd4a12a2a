namespace Mamis.Certification.Domain.Rounds;

/// <summary>The Japanese fiscal year (年度), from 1 April to 31 March, by the year in which it begins.</summary>
public static class FiscalYear
{
    public const int Earliest = 2020;
    public const int Latest = 2100;

    public static int Of(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    public static bool Exists(int year) => year is >= Earliest and <= Latest;
}
