namespace Mamis.EventStore;

/// <summary>Somebody else appended first: at least one stream is no longer at the version it was read at.</summary>
public sealed class StreamVersionException(IReadOnlyList<StreamConflict> conflicts) : Exception(
    $"{conflicts.Count} stream(s) are not at the expected version: " +
    string.Join(", ", conflicts.Take(5).Select(it => $"{it.StreamId} expected {it.Expected} is {it.Actual}")))
{
    public IReadOnlyList<StreamConflict> Conflicts { get; } = conflicts;
}

/// <summary>A stream that stood elsewhere than expected; an archived one has no version to append to.</summary>
public sealed record StreamConflict(Guid StreamId, long Expected, long? Actual);
