namespace Mamis.Notifications.Domain;

/// <summary>Who started a renewal run.</summary>
/// <param name="Id">The account of the client or the person; the schedule has none.</param>
public sealed record Starter(StarterKind Kind, Guid? Id = null)
{
    public static Starter Schedule { get; } = new(StarterKind.Schedule);
}

/// <summary>What sort of starter it was.</summary>
public enum StarterKind
{
    /// <summary>The service itself, every morning.</summary>
    Schedule,

    /// <summary>Another system with the scope for it.</summary>
    Client,

    /// <summary>Staff of the JMA.</summary>
    Person,
}
