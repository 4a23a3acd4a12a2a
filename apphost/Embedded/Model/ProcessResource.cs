using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>A program that runs as processes of its own, one for each replica.</summary>
public abstract class ProcessResource(string name) : Resource(name)
{
    private readonly List<Func<IEnumerable<KeyValuePair<string, string>>>> _environment = [];
    private readonly List<EndpointAnnotation> _endpoints = [];
    private readonly List<Resource> _waitsFor = [];

    public IReadOnlyList<EndpointAnnotation> Endpoints => _endpoints;

    public IReadOnlyList<Resource> WaitsFor => _waitsFor;

    public string? HealthPath { get; set; }

    public int Replicas { get; set; } = 1;

    public abstract ChildCommand Command { get; }

    public void Add(EndpointAnnotation endpoint) => _endpoints.Add(endpoint);

    public void AddWait(Resource dependency) => _waitsFor.Add(dependency);

    /// <summary>Values are read at the start, since addresses and secrets do not exist while Program.cs is read.</summary>
    public void AddEnvironment(Func<IEnumerable<KeyValuePair<string, string>>> variables) => _environment.Add(variables);

    public void AllocatePorts()
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Allocated = [.. Enumerable.Range(0, Replicas).Select(_ => endpoint.Port is > 0 and var port ? port : Ports.Free())];
        }
    }

    public Dictionary<string, string> EnvironmentOf(int replica)
    {
        var variables = new Dictionary<string, string>
        {
            ["OTEL_SERVICE_NAME"] = Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Name}-{replica + 1}",
        };
        var web = _endpoints.Where(it => it.UriScheme == "http").Select(it => it.Address(replica)).ToList();

        if (web.Count > 0)
        {
            variables["ASPNETCORE_URLS"] = string.Join(';', web);
        }

        foreach (var endpoint in _endpoints)
        {
            if (endpoint.TargetPortEnvironmentVariable is { } variable)
            {
                variables[variable] = endpoint.Text(replica);
            }
        }

        foreach (var (variable, value) in _environment.SelectMany(it => it()))
        {
            variables[variable] = value;
        }

        return variables;
    }
}

/// <summary>Any program, by its command line.</summary>
public sealed class ExecutableResource(string name, ChildCommand command) : ProcessResource(name)
{
    public override ChildCommand Command => command;
}
