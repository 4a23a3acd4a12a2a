namespace Mamis.AppHost.Embedded.Model;

/// <summary>One database, which belongs to one service.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : ConnectionResource(name)
{
    public PostgresServerResource Parent { get; } = parent;

    public string DatabaseName { get; } = databaseName;

    public override string ConnectionString => $"{Parent.ConnectionString};Database={DatabaseName}";

    public override IEnumerable<KeyValuePair<string, string>> Properties =>
    [
        .. Parent.Properties.Select(it => it.Key is "URI" or "JDBCCONNECTIONSTRING" ? new(it.Key, $"{it.Value}/{DatabaseName}") : it),
        new("DATABASENAME", DatabaseName),
    ];
}
