using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var options = builder.Configuration;
var state = Path.GetFullPath(options["state"] ?? "../.mamis", builder.AppHostDirectory);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var rabbit = builder.AddRabbitMQ("rabbitmq").WithDataVolume();

// From this one secret every service derives the credential it shows to the others.
var secret = builder.AddParameter("service-secret", secret: true);

var identity = Service("identity", "Identity");
var credits = Service("training-credits", "TrainingCredits").WithReference(identity);
var certification = Service("certification", "Certification").WithReference(identity);
var notifications = Service("notifications", "Notifications").WithReference(identity).WithReference(certification).WithReference(credits);
var portal = Web("portal", "../services/Portal/Mamis.Portal.csproj").WithReference(identity);

var gateway = Web("gateway", "../gateway/Mamis.Gateway.csproj")
    .WithEndpoint("http", endpoint => endpoint.Port = options.GetValue("port", 8080))
    .WithExternalHttpEndpoints()
    .WithReference(identity).WithReference(credits).WithReference(certification).WithReference(notifications)
    .WithReference(portal)
    .WaitFor(identity).WaitFor(credits).WaitFor(certification).WaitFor(notifications).WaitFor(portal);

// Links in notices, codes on certificates and the portal's own calls all lead through the gateway.
foreach (var service in new[] { identity, credits, certification, notifications, portal })
{
    service
        .WithReplicas(options.GetValue("replicas", 1))
        .WithEnvironment("Gateway__Url", gateway.GetEndpoint("http"));
}

if (options.GetValue("demo", true))
{
    var mailbox = builder.AddProject("mailbox", "../tests/Mailbox/Mamis.Mailbox.csproj")
        .WithEndpoint(name: "smtp", scheme: "tcp", env: "Smtp__Port")
        .WithEnvironment("Mailbox__Directory", Path.Combine(state, "mailbox"))
        .WithHttpHealthCheck("/health");
    var smtp = mailbox.GetEndpoint("smtp");

    identity.WithEnvironment("Demo__File", Path.Combine(state, "demo.json"));
    certification.WithEnvironment("Demo__Data", "true");
    notifications
        .WithEnvironment("Smtp__Host", smtp.Property(EndpointProperty.Host))
        .WithEnvironment("Smtp__Port", smtp.Property(EndpointProperty.Port))
        .WaitFor(mailbox);
}

await builder.Build().RunAsync();

// Every service has the same shape: a database of its own, the shared broker, a health check to wait for.
IResourceBuilder<ProjectResource> Service(string name, string folder)
{
    var database = postgres.AddDatabase($"{name}-db");

    return Web(name, $"../services/{folder}/Mamis.{folder}.csproj")
        .WithReference(database).WaitFor(database)
        .WithReference(rabbit).WaitFor(rabbit);
}

IResourceBuilder<ProjectResource> Web(string name, string project) => builder.AddProject(name, project)
    .WithEnvironment("Service__Secret", secret)
    .WithHttpHealthCheck("/health");
