using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Mamis.Identity.Tokens;

/// <summary>The keys that sign tokens: in the database, sealed by data protection, the same for every node of the service.</summary>
public sealed class SigningKeys(
    NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock, ILogger<SigningKeys> logger)
{
    private readonly IDataProtector _seal = protection.CreateProtector("signing-keys");
    private volatile IReadOnlyList<SigningKey> _keys = [];

    /// <summary>What others may check tokens with.</summary>
    public IReadOnlyList<SigningKey> Published => _keys;

    public SigningKey Current => _keys.FirstOrDefault(it => it.SignsAt(clock.GetUtcNow()))
        ?? throw new InvalidOperationException("No signing key; the database was not reached for long.");

    /// <summary>Takes up what other nodes made, and makes the next key when it is due; one node at a time.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_xact_lock(hashtextextended('identity:signing-keys', 0))", cancellationToken: cancellation));
        var now = clock.GetUtcNow();
        var keys = await Read(connection, now, cancellation);

        while (SigningPlan.Due([.. keys.Select(it => it.SignsUntil)], now) is { } due)
        {
            keys.Add(await Make(connection, due.From, due.Until, cancellation));
        }

        await transaction.CommitAsync(cancellation);
        _keys = keys;
    }

    private async Task<List<SigningKey>> Read(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select kid, x, y, sealed, signs_from, signs_until from credentials.signing_key where signs_until > @since order by signs_from",
            new { since = now - SigningPlan.After },
            cancellationToken: cancellation));

        return [.. rows.Select(Unseal).OfType<SigningKey>()];
    }

    private SigningKey? Unseal(Row row)
    {
        try
        {
            return SigningKey.From(row.Kid, row.X, row.Y, _seal.Unprotect(Convert.FromBase64String(row.Sealed)), row.SignsFrom, row.SignsUntil);
        }
        catch (CryptographicException e)
        {
            logger.LogWarning(e, "Signing key {Kid} was sealed under another Service:Secret; it is passed over and a new one made", row.Kid);
            return null;
        }
    }

    private async Task<SigningKey> Make(NpgsqlConnection connection, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = pair.ExportParameters(includePrivateParameters: true);
        var row = new Row(
            Guid.CreateVersion7().ToString("N"), Base64UrlEncoder.Encode(parts.Q.X), Base64UrlEncoder.Encode(parts.Q.Y),
            Convert.ToBase64String(_seal.Protect(parts.D ?? [])), from, until);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into credentials.signing_key values (@Kid, @X, @Y, @Sealed, @SignsFrom, @SignsUntil)", row, cancellationToken: cancellation));

        return SigningKey.From(row.Kid, row.X, row.Y, parts.D ?? [], from, until);
    }

    private sealed record Row(string Kid, string X, string Y, string Sealed, DateTimeOffset SignsFrom, DateTimeOffset SignsUntil);
}
