using System.Text.Json;

namespace Mamis.EventStore.Commands;

/// <summary>Does the work of one kind that was left with <see cref="Changes.Leave"/>: sends a mail, prints a letter, runs a sweep.</summary>
/// <remarks>
/// Called again when the node died before it could note the success, so its effect names the command: either the other
/// side knows the id, or the handler's own append says <c>Handled(Kind, command.Id)</c>.
/// </remarks>
public interface ICommandHandler
{
    /// <summary>The kind of <see cref="StoreCommand"/> it takes; never changes.</summary>
    static abstract string Kind { get; }

    /// <summary>How many are worked on at a time by one node.</summary>
    static virtual int Lanes => 2;

    /// <summary>After so many failures the command is parked until a person looks at it.</summary>
    static virtual int Attempts => 20;

    /// <summary>Before the second attempt; doubled from one to the next, up to an hour.</summary>
    static virtual TimeSpan FirstWait => TimeSpan.FromSeconds(5);

    /// <summary>Returning is success; an exception is a failure, tried again later. <see cref="PutBackException"/> is neither.</summary>
    Task Handle(TakenCommand command, CancellationToken cancellation);
}

/// <summary>Work as its handler gets it.</summary>
/// <param name="Attempt">1 the first time.</param>
public sealed record TakenCommand(Guid Id, string Kind, string Json, int Attempt, DateTimeOffset LeftAt)
{
    public TPayload Payload<TPayload>() => JsonSerializer.Deserialize<TPayload>(Json, EventJson.Options)
        ?? throw new InvalidOperationException($"The payload of the command {Id} is empty.");
}
