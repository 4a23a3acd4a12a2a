namespace Mamis.Benchmarks.Measuring;

/// <summary>Our rate beside another's, and what the ratio must at least be.</summary>
/// <param name="Id">Row of the product's speed table.</param>
/// <param name="Against">What ours is compared with: a limit of the machine, or a peer.</param>
/// <param name="Ours">Median rate a second.</param>
/// <param name="Other">Median rate a second of what it is compared with.</param>
/// <param name="Ratio">Median of the ratios of each round, so that a load that comes and goes touches both sides.</param>
public sealed record Comparison(string Id, string Work, string Against, double Ours, double Other, double Ratio, double Required)
{
    public bool Met => Ratio >= Required;
}
