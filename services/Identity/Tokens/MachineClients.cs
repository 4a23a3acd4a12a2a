using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Npgsql;

namespace Mamis.Identity.Tokens;

/// <summary>Programs with an account of their own: organizers' systems, schedulers, and the other services of this system.</summary>
/// <remarks>Their secrets are 256 random bits, so a plain hash keeps them; a service's secret follows from the shared one.</remarks>
public sealed class MachineClients(NpgsqlDataSource database, IConfiguration configuration)
{
    private const string ServicePrefix = "service:";

    private const string Insert =
        """
        insert into credentials.machine_client (client_id, secret_hash, subject, sid, role, association, scope)
        select client_id, secret_hash, subject, sid, role, association, scope from rows
        """;

    /// <summary>A client to be stored, with the secret that is told this once.</summary>
    public sealed record Client(string ClientId, string Secret, string Role, string? Association, string Scope);

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static Sql Store(IEnumerable<Client> clients) => Sql.ForEach(Insert, clients.Select(it => new
    {
        it.ClientId,
        SecretHash = Hash(it.Secret),
        Subject = Guid.CreateVersion7(),
        Sid = Guid.CreateVersion7(),
        it.Role,
        it.Association,
        it.Scope,
    }));

    /// <summary>Whom the client speaks for, or null when id and secret do not belong together.</summary>
    public Task<AccessTokens.Bearer?> Check(string clientId, string secret, CancellationToken cancellation) =>
        clientId.StartsWith(ServicePrefix, StringComparison.Ordinal)
            ? Task.FromResult(CheckService(clientId, secret))
            : CheckStored(clientId, secret, cancellation);

    private AccessTokens.Bearer? CheckService(string clientId, string secret)
    {
        var shared = configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.");
        var id = DeterministicId.From("service", clientId);

        return Same(Hash(InternalClients.SecretOf(clientId, shared)), Hash(secret)) ? new(id, id, Roles.Service, null) : null;
    }

    private async Task<AccessTokens.Bearer?> CheckStored(string clientId, string secret, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var stored = await connection.QuerySingleOrDefaultAsync<Stored>(new CommandDefinition(
            "select subject, sid, role, association, scope, secret_hash from credentials.machine_client where client_id = @clientId and enabled",
            new { clientId },
            cancellationToken: cancellation));

        return Same(stored?.SecretHash ?? Hash(string.Empty), Hash(secret)) && stored is not null
            ? new(stored.Subject, stored.Sid, stored.Role, stored.Association, stored.Scope)
            : null;
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private sealed record Stored(Guid Subject, Guid Sid, string Role, string? Association, string Scope, byte[] SecretHash);
}
