using System.Globalization;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>A door of a program: which scheme it speaks, on which port, and who must be told the port.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme)
{
    public string Name { get; } = name;

    public string UriScheme { get; } = uriScheme;

    /// <summary>A port people rely on; without one, or with zero, a free port is chosen for each replica.</summary>
    public int? Port { get; set; }

    /// <summary>The variable that tells the program its port, unless it is a web address, which ASPNETCORE_URLS tells.</summary>
    public string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Whether people use it, and should be told where it is.</summary>
    public bool IsExternal { get; set; }

    /// <summary>One port for each replica, chosen before anything starts.</summary>
    public IReadOnlyList<int> Allocated { get; set; } = [];

    public string Address(int replica) => $"{UriScheme}://{EndpointReference.Host}:{Text(replica)}";

    public string Text(int replica) => Allocated[replica].ToString(CultureInfo.InvariantCulture);
}

/// <summary>Refers to an endpoint before its port is known.</summary>
public sealed class EndpointReference(ProcessResource resource, string name)
{
    public const string Host = "127.0.0.1";

    public EndpointAnnotation Endpoint => resource.Endpoints.Single(it => it.Name == name);

    public string Url => Endpoint.Address(replica: 0);

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);
}

/// <summary>The parts of an endpoint a program may ask for.</summary>
public enum EndpointProperty
{
    Url,
    Host,
    Port,
}

/// <summary>One part of an endpoint, read when the program that needs it starts.</summary>
public sealed record EndpointReferenceExpression(EndpointReference Endpoint, EndpointProperty Property)
{
    public string Value => Property switch
    {
        EndpointProperty.Host => EndpointReference.Host,
        EndpointProperty.Port => Endpoint.Endpoint.Text(replica: 0),
        _ => Endpoint.Url,
    };
}
