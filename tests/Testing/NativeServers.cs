using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Mamis.AppHost.Embedded.Native;
using Npgsql;

namespace Mamis.Testing;

/// <summary>Real servers for tests: the given ones, or our own, started when the first test asks and stopped with the process.</summary>
public static class NativeServers
{
    private static readonly Lazy<Task<ServerAddresses>> Started = new(() => ServerAddresses.Given is { } given
        ? Task.FromResult(given)
        : OwnServers.Start(CancellationToken.None));

    private static readonly HttpClient Http = new();

    /// <summary>The connection string of the server itself, without a database.</summary>
    public static async Task<string> Postgres() => (await Started.Value).Postgres;

    /// <summary>The broker's address with the default virtual host.</summary>
    public static async Task<string> RabbitMq() => (await Started.Value).RabbitMq;

    /// <summary>A fresh, empty database that no other test sees; answers its connection string.</summary>
    public static async Task<string> CreateDatabase(string name)
    {
        var server = await Postgres();
        var database = Fresh(name);
        await PostgresServer.CreateDatabase(server, database, CancellationToken.None);

        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    /// <summary>A fresh virtual host, so that no other test takes or leaves a message; answers its address.</summary>
    public static async Task<string> CreateVirtualHost(string name)
    {
        var (_, broker, management) = await Started.Value;
        var host = Fresh(name);
        var user = Uri.UnescapeDataString(management.UserInfo.Split(':')[0]);

        await Put(management, $"api/vhosts/{host}", new { });
        await Put(management, $"api/permissions/{host}/{user}", new { configure = ".*", write = ".*", read = ".*" });

        return new UriBuilder(broker) { Path = host }.Uri.ToString();
    }

    private static async Task Put(Uri management, string path, object body)
    {
        var address = new UriBuilder(management) { UserName = "", Password = "", Path = path }.Uri;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        var credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));

        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static string Fresh(string name) => $"{name}-{Guid.CreateVersion7():n}"[..Math.Min(60, name.Length + 33)];
}
