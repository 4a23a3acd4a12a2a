using Mamis.AppHost.Embedded.Native;
using Npgsql;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>The databases of the services, made and asked alike on a server of ours and on a given one.</summary>
public static class Databases
{
    public static async Task Create(PostgresServerResource resource, CancellationToken cancellation)
    {
        foreach (var database in resource.Databases)
        {
            await PostgresServer.CreateDatabase(resource.ConnectionString, database.DatabaseName, cancellation);
        }
    }

    public static async Task<bool> Answer(PostgresServerResource resource, CancellationToken cancellation)
    {
        try
        {
            await PostgresServer.Check(resource.ConnectionString, cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
