namespace Mamis.AppHost.Embedded;

/// <summary>Aspire's verbs that relate resources and describe them, under Aspire's names.</summary>
public static class RelationVerbs
{
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<ConnectionResource> source)
        where T : ProcessResource => builder.With(it => it.AddEnvironment(source.Resource.Environment));

    /// <summary>Every replica is named, so that the caller spreads its requests.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<ProjectResource> source)
        where T : ProcessResource => builder.With(it => it.AddEnvironment(() => Discovery(source.Resource)));

    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<Resource> dependency)
        where T : ProcessResource => builder.With(it => it.AddWait(dependency.Resource));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : ProcessResource => builder.Set(name, () => value ?? string.Empty);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpoint)
        where T : ProcessResource => builder.Set(name, () => endpoint.Url);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, EndpointReferenceExpression expression)
        where T : ProcessResource => builder.Set(name, () => expression.Value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : ProcessResource => builder.Set(name, () => parameter.Resource.Value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ConnectionResource> resource)
        where T : ProcessResource => builder.Set(name, () => resource.Resource.ConnectionString);

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.With(it => it.Replicas = replicas);

    private static IEnumerable<KeyValuePair<string, string>> Discovery(ProcessResource source)
    {
        foreach (var endpoint in source.Endpoints)
        {
            for (var replica = 0; replica < source.Replicas; replica++)
            {
                yield return new($"services__{source.Name}__{endpoint.Name}__{replica}", endpoint.Address(replica));
            }

            yield return new($"{EnvironmentNames.Of(source.Name)}_{EnvironmentNames.Of(endpoint.Name)}", endpoint.Address(replica: 0));
        }
    }

    private static IResourceBuilder<T> Set<T>(this IResourceBuilder<T> builder, string name, Func<string> value)
        where T : ProcessResource => builder.With(it => it.AddEnvironment(() => [new(name, value())]));

    internal static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Action<T> change)
        where T : Resource
    {
        change(builder.Resource);
        return builder;
    }
}
