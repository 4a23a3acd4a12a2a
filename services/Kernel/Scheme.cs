namespace Mamis.Kernel;

/// <summary>The two certifications of the JMA.</summary>
public enum Scheme
{
    /// <summary>認定産業医, certified occupational physician.</summary>
    Occupational,

    /// <summary>認定健康スポーツ医, certified health-sports physician.</summary>
    Sports,
}
