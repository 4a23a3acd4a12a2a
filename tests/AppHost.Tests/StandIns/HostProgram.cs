using Mamis.AppHost.Embedded;
using Microsoft.Extensions.Configuration;

namespace Mamis.AppHost.Tests.StandIns;

/// <summary>An AppHost in the same verbs as the real one: <c>front</c> refers to and waits for <c>back-end</c>, with or without servers.</summary>
public static class HostProgram
{
    private const string Project = "../tests/AppHost.Tests/Mamis.AppHost.Tests.csproj";

    public static async Task Run(string[] options)
    {
        var builder = DistributedApplication.CreateBuilder(options);
        var secret = builder.AddParameter("service-secret", secret: true);

        var back = builder.AddProject("back-end", Project)
            .WithReplicas(builder.Configuration.GetValue("replicas", 1))
            .WithEnvironment("Gate", builder.Configuration["gate"] ?? typeof(HostProgram).Assembly.Location)
            .WithHttpHealthCheck("/health");

        var front = builder.AddProject("front", Project)
            .WithExternalHttpEndpoints()
            .WithEnvironment("Service__Secret", secret)
            .WithEnvironment("Back__Url", back.GetEndpoint("http"))
            .WithReference(back).WaitFor(back)
            .WithHttpHealthCheck("/health");

        if (builder.Configuration.GetValue("servers", false))
        {
            var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("things-db");
            var rabbit = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
            front.WithReference(database).WaitFor(database).WithReference(rabbit).WaitFor(rabbit);
        }

        await builder.Build().RunAsync();
    }
}
