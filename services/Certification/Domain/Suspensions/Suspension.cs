namespace Mamis.Certification.Domain.Suspensions;

/// <summary>The days on which a title rests; both ends belong to it.</summary>
/// <param name="Until">The last of them; null while nobody knows, and before <paramref name="From"/> where it was taken back before it began.</param>
public sealed record Suspension(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => From <= day && !IsOver(day);

    /// <summary>Neither running on that day nor still to come.</summary>
    public bool IsOver(DateOnly day) => Until is { } last && (last < day || last < From);

    public Suspension EndedBefore(DateOnly heldFrom) => this with { Until = heldFrom.AddDays(-1) };
}
