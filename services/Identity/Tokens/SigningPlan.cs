namespace Mamis.Identity.Tokens;

/// <summary>When a new signing key is due.</summary>
public static class SigningPlan
{
    public static readonly TimeSpan Signs = TimeSpan.FromDays(30);

    /// <summary>How long a key is published before it signs; longer than anybody keeps a copy of the key set.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>How long a key stays published after its last signature; longer than any token lives.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>When the key to be made now shall sign, or null when none is due.</summary>
    /// <param name="ends">When each present key stops signing.</param>
    public static (DateTimeOffset From, DateTimeOffset Until)? Due(IReadOnlyCollection<DateTimeOffset> ends, DateTimeOffset now)
    {
        var last = ends.Count == 0 ? now : ends.Max();
        var from = last > now ? last : now;

        return from - now < Ahead ? (from, from + Signs) : null;
    }
}
