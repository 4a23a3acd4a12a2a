using Mamis.EventStore.Commands;

namespace Mamis.EventStore.Views;

/// <summary>Rebuilds a view that somebody asked for by name, on one node, while the service goes on.</summary>
public sealed class RebuildView(IEnumerable<IView> views, ViewRebuild rebuild) : ICommandHandler
{
    public static string Kind => "rebuild-view";

    public static int Lanes => 1;

    /// <summary>What to leave in the store to have it done.</summary>
    public static StoreCommand Of(string view, DateTimeOffset now) => new(Guid.CreateVersion7(now), Kind, new Payload(view), now);

    public Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var name = command.Payload<Payload>().View;
        var view = views.SingleOrDefault(it => it.Name == name)
            ?? throw new InvalidOperationException($"This service has no view '{name}'.");

        return rebuild.Run(view, cancellation);
    }

    private sealed record Payload(string View);
}
