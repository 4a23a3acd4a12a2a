using System.ComponentModel.DataAnnotations;

namespace Mamis.Printing;

/// <summary>How pages are printed; what is not configured fits most machines.</summary>
public sealed record PrintingOptions
{
    /// <summary>Path of the browser; looked for by its usual names when it is not given.</summary>
    public string? Chromium { get; init; }

    /// <summary>How many pages are printed at once; more wait for their turn.</summary>
    [Range(1, 16)]
    public int AtOnce { get; init; } = 2;

    /// <summary>How long one page may take, its turn included; shorter than the gateway waits.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
