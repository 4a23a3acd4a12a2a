using System.Globalization;
using Npgsql;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>The database server.</summary>
public sealed class PostgresServerResource(string name) : ServerResource(name)
{
    private readonly List<PostgresDatabaseResource> _databases = [];

    /// <summary>The databases the server must have before a service may connect.</summary>
    public IReadOnlyList<PostgresDatabaseResource> Databases => _databases;

    public override IEnumerable<KeyValuePair<string, string>> Properties
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            var port = parts.Port.ToString(CultureInfo.InvariantCulture);
            var credentials = $"{Uri.EscapeDataString(parts.Username ?? string.Empty)}:{Uri.EscapeDataString(parts.Password ?? string.Empty)}";

            yield return new("HOST", parts.Host ?? string.Empty);
            yield return new("PORT", port);
            yield return new("USERNAME", parts.Username ?? string.Empty);
            yield return new("PASSWORD", parts.Password ?? string.Empty);
            yield return new("URI", $"postgresql://{credentials}@{parts.Host}:{port}");
            yield return new("JDBCCONNECTIONSTRING", $"jdbc:postgresql://{parts.Host}:{port}");
        }
    }

    public void Add(PostgresDatabaseResource database) => _databases.Add(database);
}
