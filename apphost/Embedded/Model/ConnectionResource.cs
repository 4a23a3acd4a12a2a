namespace Mamis.AppHost.Embedded.Model;

/// <summary>Something services connect to by a connection string.</summary>
public abstract class ConnectionResource(string name) : Resource(name)
{
    public abstract string ConnectionString { get; }

    /// <summary>The parts of the connection string, for programs that do not read .NET's form of it.</summary>
    public abstract IEnumerable<KeyValuePair<string, string>> Properties { get; }

    /// <summary>What Aspire puts into the environment of a service that refers to this.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment()
    {
        yield return new($"ConnectionStrings__{Name}", ConnectionString);

        foreach (var (property, value) in Properties)
        {
            yield return new($"{EnvironmentNames.Of(Name)}_{property}", value);
        }
    }
}

/// <summary>A server of ours, or a given one; the runner says which before anything starts.</summary>
public abstract class ServerResource(string name) : ConnectionResource(name)
{
    private string? _connectionString;

    public override string ConnectionString =>
        _connectionString ?? throw new InvalidOperationException($"{Name} has no address before the run begins.");

    public void IsReachedBy(string connectionString) => _connectionString = connectionString;
}
