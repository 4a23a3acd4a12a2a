namespace Mamis.Testing;

/// <summary>How tests reach the database server, the broker, and the broker's management, which makes virtual hosts.</summary>
public sealed record ServerAddresses(string Postgres, string RabbitMq, Uri Management)
{
    /// <summary>The servers that <c>./mamis test</c> started for all projects, or null when a project runs alone.</summary>
    public static ServerAddresses? Given =>
        Environment.GetEnvironmentVariable("MAMIS_TEST_POSTGRES") is { } postgres
        && Environment.GetEnvironmentVariable("MAMIS_TEST_RABBITMQ") is { } rabbit
        && Environment.GetEnvironmentVariable("MAMIS_TEST_RABBITMQ_MANAGEMENT") is { } management
            ? new(postgres, rabbit, new(management))
            : null;
}
