namespace Mamis.EventStore;

/// <summary>What can be seen of the events: ordinary tables, written from the events alone and rebuilt from zero at will.</summary>
/// <remarks>
/// Tables are named without a schema, because a rebuild writes them beside the live ones. A change of the table or of the
/// projection raises <see cref="Version"/>; the view is then rebuilt at the next start, while the old one serves reads.
/// </remarks>
public interface IView
{
    /// <summary>Unique in the service; never changes.</summary>
    string Name { get; }

    int Version { get; }

    /// <summary>The tables of the view, as <c>create table</c> and <c>create index</c> statements.</summary>
    string Schema { get; }

    /// <summary>The tables of <see cref="Schema"/>, by name.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>What a run of events changes, as few statements over all of them; the same events give the same rows.</summary>
    IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events);
}

/// <summary>A view written in the transaction of its events: nobody sees one without the other.</summary>
public interface IInlineView : IView;

/// <summary>A view that follows the events a moment later, for what spans streams or is costly.</summary>
public interface IAsyncView : IView;
