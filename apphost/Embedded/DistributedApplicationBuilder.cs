using Mamis.AppHost.Embedded.Running;
using Microsoft.Extensions.Configuration;

namespace Mamis.AppHost.Embedded;

/// <summary>Collects what Program.cs declares; nothing runs yet.</summary>
public sealed class DistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];

    public DistributedApplicationBuilder(string[] args)
    {
        Invocation = Invocation.Parse(args);
        Configuration.AddEnvironmentVariables().AddCommandLine([.. Invocation.Options]);
        State = new(Path.GetFullPath(Configuration["state"] ?? "../.mamis", AppHostDirectory));
    }

    public ConfigurationManager Configuration { get; } = new();

    public string AppHostDirectory { get; } = Path.Combine(BuildOutput.Root, "apphost");

    public StateDirectory State { get; }

    public Invocation Invocation { get; }

    public IReadOnlyList<Resource> Resources => _resources;

    public DistributedApplication Build() => new(this);

    public IResourceBuilder<T> Add<T>(T resource)
        where T : Resource
    {
        _resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }
}
