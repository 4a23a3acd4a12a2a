namespace Mamis.Benchmarks.Measuring;

/// <summary>One row of the speed table of the product: our way of doing it beside the fastest way this machine has.</summary>
public interface IBenchmark
{
    /// <summary>Row of the product's speed table.</summary>
    string Id { get; }

    Task<IReadOnlyList<Comparison>> Measure();
}
