using System.Security.Cryptography;
using Dapper;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Codes on paper that stand in for a lost authenticator, each once. A new set ends the one before.</summary>
/// <remarks>60 random bits are few enough to be copied by hand and too few for a plain hash, so the hash is a slow one.</remarks>
public sealed class RecoveryCodes(NpgsqlDataSource database, TimeProvider clock)
{
    public const int Count = 10;

    private const int Groups = 3;
    private const int Iterations = 100_000;
    private const int SaltBytes = 16;

    private const string Replace =
        """
        with former as (delete from credentials.recovery_code c using rows r where c.subject = r.subject)
        insert into credentials.recovery_code (subject, salt, code_hash) select subject, salt, code_hash from rows
        """;

    /// <summary>A new set, this once in clear, and the rows that make it hold.</summary>
    public static (IReadOnlyList<string> Codes, Sql Rows) New(Guid subject)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomText.Groups(Groups)).ToList();

        return (codes, Sql.ForEach(Replace, codes.Select(it => new Row(subject, salt, Hash(it, salt)))));
    }

    /// <summary>Whether the code is the subject's and has not served before; now it has.</summary>
    public async Task<bool> Use(Guid subject, string code, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var salt = await connection.QueryFirstOrDefaultAsync<byte[]?>(new CommandDefinition(
            "select salt from credentials.recovery_code where subject = @subject limit 1", new { subject }, cancellationToken: cancellation));

        return salt is not null && await connection.ExecuteAsync(new CommandDefinition(
            "update credentials.recovery_code set used_at = @now where subject = @subject and code_hash = @hash and used_at is null",
            new { subject, hash = Hash(code, salt), now = clock.GetUtcNow() },
            cancellationToken: cancellation)) == 1;
    }

    public Task<int> Left(Guid subject, CancellationToken cancellation) => database.Find<int>(
        "select count(*)::int from credentials.recovery_code where subject = @subject and used_at is null", new { subject }, cancellation);

    /// <summary>Hyphens, spaces, width and small letters make no difference.</summary>
    private static byte[] Hash(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(LoginName.KeyOf(code), salt, Iterations, HashAlgorithmName.SHA512, outputLength: 32);

    private sealed record Row(Guid Subject, byte[] Salt, byte[] CodeHash);
}
