namespace Mamis.AppHost.Embedded.Model;

/// <summary>A part of the system, as Program.cs names it.</summary>
public abstract class Resource(string name)
{
    public string Name { get; } = name;
}

/// <summary>Lets the verbs of Program.cs be chained, each keeping the type of the resource it describes.</summary>
public interface IResourceBuilder<out T>
    where T : Resource
{
    T Resource { get; }

    DistributedApplicationBuilder ApplicationBuilder { get; }
}

/// <inheritdoc cref="IResourceBuilder{T}"/>
internal sealed record ResourceBuilder<T>(T Resource, DistributedApplicationBuilder ApplicationBuilder) : IResourceBuilder<T>
    where T : Resource;

/// <summary>A value given from outside, or made once and kept when it is a secret.</summary>
public sealed class ParameterResource(string name, Func<string> value) : Resource(name)
{
    public string Value => value();
}
