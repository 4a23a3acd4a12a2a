namespace Mamis.Identity.Tokens;

/// <summary>When a new signing key is due.</summary>
public static class SigningPlan
{
    public static readonly TimeSpan Signs = TimeSpan.FromDays(30);

    /// <summary>How long a key is published before it signs; longer than anybody keeps a copy of the key set.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>How long a key stays published after its last signature; longer than any token lives.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>How far the clocks of two nodes may lie apart: a key that signs at once must do so on the slower one too.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>When the key to be made now shall sign, or null when none is due.</summary>
    /// <param name="ends">When each present key stops signing.</param>
    public static (DateTimeOffset From, DateTimeOffset Until)? Due(IReadOnlyCollection<DateTimeOffset> ends, DateTimeOffset now)
    {
        if (ends.Count == 0 || ends.Max() <= now)
        {
            return (now - Skew, now + Signs);
        }

        var from = ends.Max();
        return from - now < Ahead ? (from, from + Signs) : null;
    }
}
