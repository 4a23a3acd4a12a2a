using System.Security.Cryptography;
using Mamis.EventStore;
using Mamis.ServiceDefaults.Files;
using Npgsql;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>The secrets that deliveries are signed with, sealed in the database: the one of today, and for a day the one before it.</summary>
public sealed class WebhookSecrets(NpgsqlDataSource database, IConfiguration configuration)
{
    public const string Tables =
        """
        create table if not exists webhook_secrets (
            id         uuid  primary key,
            webhook_id uuid  not null,
            sealed     bytea not null,
            until      timestamptz
        );
        create index if not exists webhook_secrets_of_webhook on webhook_secrets (webhook_id);
        """;

    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    private readonly byte[] _key = Seal.KeyFor("notifications webhook-secrets", configuration);

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The bytes a secret stands for.</summary>
    public static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);

    public static Sql Forget(Guid webhook) => Sql.For(
        "delete from webhook_secrets s using rows r where s.webhook_id = r.webhook_id", new { WebhookId = webhook });

    /// <summary>Makes a secret the one of today. The one before signs until then; an older one is gone at once.</summary>
    public Sql Keep(Guid webhook, string secret, DateTimeOffset? formerUntil) => Sql.For(
        """
        with older as (delete from webhook_secrets s using rows r where s.webhook_id = r.webhook_id and s.until is not null),
        former as (update webhook_secrets s set until = r.until from rows r where s.webhook_id = r.webhook_id and s.until is null)
        insert into webhook_secrets (id, webhook_id, sealed) select id, webhook_id, sealed from rows
        """,
        new Row(Guid.CreateVersion7(), webhook, Seal.Close(_key, KeyOf(secret), webhook), formerUntil));

    /// <summary>What a delivery of this moment is signed with; the newest comes first.</summary>
    public async Task<IReadOnlyList<byte[]>> KeysOf(Guid webhook, DateTimeOffset now, CancellationToken cancellation)
    {
        var closed = await database.List<byte[]>(
            "select sealed from webhook_secrets where webhook_id = @webhook and (until is null or until > @now) order by until nulls first",
            new { webhook, now },
            cancellation);
        return [.. closed.Select(it => Seal.Open(_key, it, webhook))];
    }

    private sealed record Row(Guid Id, Guid WebhookId, byte[] Sealed, DateTimeOffset? Until);
}
