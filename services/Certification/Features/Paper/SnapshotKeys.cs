using System.Security.Cryptography;
using Mamis.EventStore;
using Mamis.ServiceDefaults.Files;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Mamis.Certification.Features.Paper;

/// <summary>The keys that sign papers: in the database, sealed, the same for every node. All stay published, because papers are kept for years.</summary>
public sealed class SnapshotKeys(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock)
{
    public const string Table =
        """
        create table if not exists snapshot_key (
            id uuid primary key, kid text not null unique, x text not null, y text not null, sealed bytea not null, made_at timestamptz not null);
        """;

    private const string Insert =
        "insert into snapshot_key (id, kid, x, y, sealed, made_at) values (@Id, @Kid, @X, @Y, @Sealed, @MadeAt)";

    /// <summary>How long one key signs. Two nodes may make one each; both are published, and the newest signs.</summary>
    private static readonly TimeSpan Signs = TimeSpan.FromDays(365);

    private readonly byte[] _master = Seal.KeyFor("certification snapshots", configuration);

    /// <summary>One public key of the curve P-256.</summary>
    public sealed record PublicKey(string Kid, string X, string Y)
    {
        public string Kty => "EC";

        public string Crv => "P-256";

        public string Use => "sig";

        public string Alg => SecurityAlgorithms.EcdsaSha256;

        internal SecurityKey ToSecurityKey() => KeyOf(this, d: null);
    }

    public Task<IReadOnlyList<PublicKey>> Published(CancellationToken cancellation) =>
        database.List<PublicKey>("select kid, x, y from snapshot_key order by made_at", new { }, cancellation);

    /// <summary>What signs today; a new key when there is none, the last is too old, or it was sealed under another secret.</summary>
    public async Task<SigningCredentials> Current(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var newest = await database.Find<Row>(
            "select id, kid, x, y, sealed from snapshot_key where made_at > @Since order by made_at desc limit 1", new { Since = now - Signs }, cancellation);

        return new((newest is null ? null : Unsealed(newest)) ?? await Make(now, cancellation), SecurityAlgorithms.EcdsaSha256);
    }

    private ECDsaSecurityKey? Unsealed(Row row)
    {
        try
        {
            return KeyOf(new(row.Kid, row.X, row.Y), Seal.Open(_master, row.Sealed, row.Id));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<ECDsaSecurityKey> Make(DateTimeOffset now, CancellationToken cancellation)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = pair.ExportParameters(includePrivateParameters: true);
        var id = Guid.CreateVersion7();
        var key = new PublicKey(Base64UrlEncoder.Encode(id.ToByteArray()[^8..]), Base64UrlEncoder.Encode(parts.Q.X), Base64UrlEncoder.Encode(parts.Q.Y));
        await database.Do(
            Insert, new { Id = id, key.Kid, key.X, key.Y, Sealed = Seal.Close(_master, parts.D, id), MadeAt = now }, cancellation);

        return KeyOf(key, parts.D);
    }

    private static ECDsaSecurityKey KeyOf(PublicKey key, byte[]? d) => new(ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64UrlEncoder.DecodeBytes(key.X), Y = Base64UrlEncoder.DecodeBytes(key.Y) },
        D = d,
    }))
    { KeyId = key.Kid };

    private sealed record Row
    {
        public Guid Id { get; init; }

        public string Kid { get; init; } = "";

        public string X { get; init; } = "";

        public string Y { get; init; } = "";

        public byte[] Sealed { get; init; } = [];
    }
}
