namespace Mamis.EventStore.Commands;

/// <summary>A handler has no room for this command now and lets others go first; that is no failure and counts as no attempt.</summary>
public sealed class PutBackException(TimeSpan wait) : Exception
{
    public TimeSpan Wait { get; } = wait;
}
