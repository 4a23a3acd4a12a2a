namespace Mamis.Notifications.Domain;

/// <summary>What a notice says besides its kind: numbers and codes, nothing about the person.</summary>
public sealed record NoticeDetails
{
    /// <summary>How many credits were posted.</summary>
    public int? Credits { get; init; }

    /// <summary>Their units.</summary>
    public int? Units { get; init; }

    /// <summary>What the first desk awaits.</summary>
    public IReadOnlyList<Receipt>? Awaited { get; init; }

    /// <summary>The training whose attendance is awaited.</summary>
    public AwaitedTraining? Training { get; init; }

    /// <summary>The deadline of a desk.</summary>
    public AwaitedDesk? Desk { get; init; }

    /// <summary>The first day without the title.</summary>
    public DateOnly? SuspendedFrom { get; init; }

    /// <summary>The last day without it; null while nobody knows.</summary>
    public DateOnly? SuspendedUntil { get; init; }

    /// <summary>The first day with the title after a suspension.</summary>
    public DateOnly? HeldFrom { get; init; }

    /// <summary>The first day without a title that is given up or taken away.</summary>
    public DateOnly? LostFrom { get; init; }

    /// <summary>The last day to answer a claim of a missing credit.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>What is missing; found out after the notice was scheduled, and told by an event of its own.</summary>
    public CreditsFoundMissing? Missing { get; init; }
}

/// <summary>What an application needs at its first desk.</summary>
public enum Receipt
{
    Fee,

    /// <summary>The handbook of the counted paper credits (rule U6).</summary>
    Original,
}
