using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded;

/// <summary>Aspire's verbs that add a resource, under Aspire's names.</summary>
public static class ResourceVerbs
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this DistributedApplicationBuilder builder, string name) =>
        builder.Add(new PostgresServerResource(name));

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Add(database);
        return builder.ApplicationBuilder.Add(database);
    }

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this DistributedApplicationBuilder builder, string name) =>
        builder.Add(new RabbitMQServerResource(name));

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder)
    {
        builder.Resource.HasManagement = true;
        return builder;
    }

    /// <summary>A container would lose its data without a volume; a server of ours keeps it in the state directory anyway.</summary>
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder)
        where T : ServerResource => builder;

    /// <summary>The value comes from <c>Parameters:name</c>; a secret nobody gave is made once and kept.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this DistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(new ParameterResource(name, () => builder.Configuration[$"Parameters:{name}"]
            ?? (secret ? builder.State.Secret(name) : throw new InvalidOperationException($"The parameter {name} has no value."))));

    public static IResourceBuilder<ProjectResource> AddProject(
        this DistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.Add(new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory)));

    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this DistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args) =>
        builder.Add(new ExecutableResource(name, new ChildCommand(command, args ?? [])
        {
            WorkingDirectory = Path.GetFullPath(workingDirectory, builder.AppHostDirectory),
        }));
}
