namespace Mamis.AppHost.Embedded.Model;

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
