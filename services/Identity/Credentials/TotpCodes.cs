using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using OtpNet;

namespace Mamis.Identity.Credentials;

/// <summary>Time-based codes (RFC 6238) of an authenticator app; each serves once.</summary>
public sealed class TotpCodes(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long such a code is; a recovery code is longer.</summary>
    public const int Digits = 6;

    private const int SecretBytes = 20;

    // One step to either side, for clocks that are not quite right.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector _seal = protection.CreateProtector("totp");

    /// <summary>A new secret, in the base32 that authenticator apps read.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    public string Seal(string secret) => _seal.Protect(secret);

    /// <summary>Whether the code is the subject's of this moment, and has not served before.</summary>
    public async Task<bool> Accept(Guid subject, string code, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var secret = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select totp_secret from credentials.login where id = @subject", new { subject }, cancellationToken: cancellation));

        return secret is not null && StepOf(secret, code) is { } step && await connection.ExecuteAsync(new CommandDefinition(
            "update credentials.login set totp_step = @step where id = @subject and totp_step < @step",
            new { subject, step },
            cancellationToken: cancellation)) == 1;
    }

    /// <summary>The step whose code this is, around this moment; null when the code is wrong.</summary>
    public long? StepOf(string sealedSecret, string code) =>
        new Totp(Base32Encoding.ToBytes(_seal.Unprotect(sealedSecret))).VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, Window) ? step : null;
}
