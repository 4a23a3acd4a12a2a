using System.Collections.Concurrent;
using Mamis.EventStore.Commands;

namespace Mamis.Benchmarks.Notices;

/// <summary>A kind of command of its own, as a mail that somebody waits for has one; tells when its turn came.</summary>
public sealed class UrgentWork(UrgentWork.Waits waits) : ICommandHandler
{
    public static string Kind => "urgent";

    public Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        waits.Had(command.Id);
        return Task.CompletedTask;
    }

    /// <summary>Who waits for which command.</summary>
    public sealed class Waits
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _turns = new();

        public Task Of(Guid command) => Turn(command).Task;

        public void Had(Guid command) => Turn(command).TrySetResult();

        private TaskCompletionSource Turn(Guid command) =>
            _turns.GetOrAdd(command, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
