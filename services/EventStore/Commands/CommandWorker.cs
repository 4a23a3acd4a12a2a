using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore.Commands;

/// <summary>Takes the commands of one kind as they fall due; any number of nodes do so side by side.</summary>
/// <remarks>The row stays locked while its handler runs: a node that dies lets go of it, and another takes it at once.</remarks>
public sealed class CommandWorker<THandler>(
    NpgsqlDataSource database, IServiceScopeFactory scopes, AppendSignal signal, TimeProvider clock, ILogger<CommandWorker<THandler>> logger)
    : BackgroundService
    where THandler : class, ICommandHandler
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CommandQueue _queue = new(THandler.Kind, clock);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, THandler.Lanes).Select(_ => Lane(stoppingToken)));

    private async Task Lane(CancellationToken stopping)
    {
        var patience = new Backoff();

        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var left = signal.CommandLeft;

                if (!await TakeOne(stopping))
                {
                    await AppendSignal.Wait(left, Look, clock, stopping);
                }

                patience.Reset();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "Commands of kind {Kind} cannot be taken now; looking again in {Wait}", THandler.Kind, patience.Next);
                await patience.Wait(clock, stopping);
            }
        }
    }

    /// <summary>Whether there was one.</summary>
    private async Task<bool> TakeOne(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);

        if (await _queue.Take(connection, stopping) is not { } command)
        {
            return false;
        }

        var (failure, putBack) = await Failure(command, stopping);

        if (putBack is { } wait)
        {
            await _queue.PutBack(connection, command.Id, wait, stopping);
        }
        else if (failure is not null)
        {
            var parked = command.Attempt >= THandler.Attempts;
            await _queue.Postpone(connection, command.Id, CommandQueue.WaitAfter(command.Attempt, THandler.FirstWait), parked, failure, stopping);
            logger.LogWarning("Command {Id} of kind {Kind} failed for the {Attempt}. time ({Failure}); parked: {Parked}", command.Id, command.Kind, command.Attempt, failure, parked);
        }
        else
        {
            // Also when the node is about to stop: the work is done and must not be done again.
            await _queue.Finish(connection, command.Id, CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task<(string? Reason, TimeSpan? PutBack)> Failure(TakenCommand command, CancellationToken stopping)
    {
        using var activity = StoreTelemetry.Source.StartActivity($"command {command.Kind}");

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ActivatorUtilities.GetServiceOrCreateInstance<THandler>(scope.ServiceProvider).Handle(command, stopping);
            return (null, null);
        }
        catch (AlreadyHandledException)
        {
            StoreTelemetry.Duplicates.Add(1);
            return (null, null);
        }
        catch (PutBackException later)
        {
            return (null, later.Wait);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            return (FailureReason.Of(e), null);
        }
    }
}
