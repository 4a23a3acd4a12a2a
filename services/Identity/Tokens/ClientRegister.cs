using Mamis.EventStore;
using Npgsql;

namespace Mamis.Identity.Tokens;

/// <summary>The machine clients as JMA staff keep them: created, their secrets changed with an overlap, revoked for good.</summary>
public sealed class ClientRegister(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Columns =
        """
        client_id, role, association, scope, created_at, used_at, former_used_at,
        case when former_until > @now then former_until end as former_until, revoked_at
        """;

    /// <summary>A client without anything that opens something.</summary>
    /// <param name="FormerUntil">Until when the former secret works too; null when none does.</param>
    public sealed record Entry(
        string ClientId, string Role, string? Association, string Scope, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt,
        DateTimeOffset? FormerUsedAt, DateTimeOffset? FormerUntil, DateTimeOffset? RevokedAt);

    public Task<IReadOnlyList<Entry>> All(CancellationToken cancellation) => database.List<Entry>(
        $"select {Columns} from credentials.machine_client order by revoked_at is not null, client_id", Now(), cancellation);

    public Task<Entry?> Find(string clientId, CancellationToken cancellation) => database.Find<Entry>(
        $"select {Columns} from credentials.machine_client where client_id = @clientId", new { clientId, now = clock.GetUtcNow() }, cancellation);

    /// <summary>False when the name is taken.</summary>
    public Task<bool> Add(MachineClients.Client client, Guid by, CancellationToken cancellation) => database.Find<bool>(
        """
        insert into credentials.machine_client (client_id, secret_hash, subject, sid, role, association, scope, created_at, created_by)
        values (@ClientId, @hash, @subject, @sid, @Role, @Association, @Scope, @now, @by)
        on conflict (client_id) do nothing
        returning true
        """,
        new
        {
            client.ClientId,
            hash = MachineClients.Hash(client.Secret),
            subject = Guid.CreateVersion7(),
            sid = Guid.CreateVersion7(),
            client.Role,
            client.Association,
            client.Scope,
            now = clock.GetUtcNow(),
            by,
        },
        cancellation);

    /// <summary>Gives a new secret; the present one becomes the former, and a former one before it ends at once.</summary>
    /// <param name="formerUntil">Null when the present one has leaked: tokens that were got with it end too, by the name of their session.</param>
    public Task Rotate(string clientId, string secret, DateTimeOffset? formerUntil, CancellationToken cancellation) => database.Do(
        """
        update credentials.machine_client
        set former_hash = secret_hash, former_until = @formerUntil, former_used_at = used_at, secret_hash = @hash, used_at = null,
            sid = coalesce(@nextSid, sid)
        where client_id = @clientId and enabled
        """,
        new { clientId, formerUntil, nextSid = formerUntil is null ? Guid.CreateVersion7() : (Guid?)null, hash = MachineClients.Hash(secret) },
        cancellation);

    /// <summary>Ends the client and, by its session's name, the tokens it still holds.</summary>
    public Task Revoke(string clientId, Guid by, CancellationToken cancellation) => database.Do(
        """
        update credentials.machine_client
        set enabled = false, former_hash = null, former_until = null, revoked_at = @now, revoked_by = @by
        where client_id = @clientId and enabled
        """,
        new { clientId, by, now = clock.GetUtcNow() },
        cancellation);

    private object Now() => new { now = clock.GetUtcNow() };
}
