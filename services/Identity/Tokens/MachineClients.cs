using System.Security.Cryptography;
using System.Text;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Npgsql;

namespace Mamis.Identity.Tokens;

/// <summary>Programs with an account of their own: organizers' systems, schedulers, and the other services of this system.</summary>
/// <remarks>Their secrets are 256 random bits, so a plain hash keeps them; a service's secret follows from the shared one.</remarks>
public sealed class MachineClients(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock)
{
    private const string ServicePrefix = "service:";

    private const string Insert =
        """
        insert into credentials.machine_client (client_id, secret_hash, subject, sid, role, association, scope)
        select client_id, secret_hash, subject, sid, role, association, scope from rows
        """;

    /// <summary>One look for both secrets, which also notes which of them is in use.</summary>
    private const string Use =
        """
        update credentials.machine_client
        set used_at = case when secret_hash = @hash then @now else used_at end,
            former_used_at = case when secret_hash = @hash then former_used_at else @now end
        where client_id = @clientId and enabled and (secret_hash = @hash or (former_hash = @hash and former_until > @now))
        returning subject, sid, role, association, scope
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

    /// <remarks>Looking a hash up is safe: how much of it was right tells nothing about 256 random bits.</remarks>
    private async Task<AccessTokens.Bearer?> CheckStored(string clientId, string secret, CancellationToken cancellation) =>
        await database.Find<Stored>(Use, new { clientId, hash = Hash(secret), now = clock.GetUtcNow() }, cancellation) is { } it
            ? new(it.Subject, it.Sid, it.Role, it.Association, it.Scope)
            : null;

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private sealed record Stored(Guid Subject, Guid Sid, string Role, string? Association, string Scope);
}
