using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.EventStore.Views;
using Mamis.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>What operators see of a service and have it do: readers, parked work, dead letters, views.</summary>
public static class Operations
{
    private static readonly Refusal NoSuchView = new("VIEW_UNKNOWN", "Name a view of this service.", RefusalKind.NotFound);
    private static readonly Refusal NoSuchQueue = new("QUEUE_UNKNOWN", "Name a queue this service listens on.", RefusalKind.NotFound);

    /// <summary>Maps <c>/internal/operations</c> for what the service has: a store, a bus, or neither.</summary>
    public static void MapOperations(this WebApplication app)
    {
        var operations = app.MapGroup("/internal/operations").For(Roles.JmaStaff, Roles.Service).ExcludeFromDescription();
        var has = app.Services.GetRequiredService<IServiceProviderIsService>();

        if (has.IsService(typeof(StoreMeasures)))
        {
            operations.MapGet("/store", (StoreMeasures measures, CancellationToken cancellation) => measures.Take(cancellation));
            operations.MapPost("/views/{name}/rebuilds", Rebuild);
            operations.MapPost("/commands/{kind}/retries", Retry);
        }

        if (has.IsService(typeof(DeadLetters)))
        {
            operations.MapGet("/dead-letters", (DeadLetters letters, CancellationToken cancellation) => letters.Count(cancellation));
            operations.MapPost("/dead-letters/{queue}/replays", Replay);
        }
    }

    /// <summary>A rebuild can take minutes, so it is left as work that one node does and that survives it.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> Rebuild(
        string name, IEnumerable<IView> views, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (views.All(it => it.Name != name))
        {
            return NoSuchView.For(name).ToProblem();
        }

        await store.Append(new Changes().Leave(RebuildView.Of(name, clock.GetUtcNow())), cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Ok<Answer>> Retry(
        string kind, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        TypedResults.Ok(new Answer(await ParkedCommands.Retry(database, kind, clock.GetUtcNow(), cancellation)));

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Replay(
        string queue, DeadLetters letters, CancellationToken cancellation) => letters.Knows(queue)
        ? TypedResults.Ok(new Answer(await letters.Replay(queue, cancellation)))
        : NoSuchQueue.For(queue).ToProblem();

    /// <summary>How many it concerned.</summary>
    public sealed record Answer(long Count);
}
