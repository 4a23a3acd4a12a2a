namespace Mamis.AppHost.Embedded;

/// <summary>Aspire's verbs about ports, addresses and health, under Aspire's names.</summary>
public static class EndpointVerbs
{
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, string? scheme = null, string? name = null, string? env = null)
        where T : ProcessResource => builder.With(it => it.Add(new(name ?? scheme ?? "tcp", scheme ?? "tcp")
        {
            Port = port,
            TargetPortEnvironmentVariable = env,
        }));

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, string? name = null, string? env = null)
        where T : ProcessResource => builder.WithEndpoint(port, "http", name, env);

    /// <summary>Changes an endpoint that the launch profile brought along.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback)
        where T : ProcessResource => builder.With(it => callback(it.Endpoints.Single(endpoint => endpoint.Name == endpointName)));

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : ProcessResource => builder.WithEndpoint("http", endpoint => endpoint.IsExternal = true);

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : ProcessResource => new(builder.Resource, name);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null)
        where T : ProcessResource => builder.With(it => it.HealthPath = path ?? "/");
}
