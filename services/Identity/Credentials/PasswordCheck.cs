using System.Security.Cryptography;
using Dapper;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Finds out whose login and password these are, with the same work and the same waits for logins that do not exist.</summary>
public sealed class PasswordCheck(
    NpgsqlDataSource database, IPasswordHasher<Login> hasher, Attempts attempts, DecoyPassword decoy, TimeProvider clock)
{
    private const string Find =
        """
        select l.id as subject, l.user_name as login, l.password_hash, l.totp_secret is not null as has_totp,
               null::bytea as salt, null::bytea as secret_hash
        from credentials.login l where l.normalized_user_name = @key or l.normalized_email = @key
        union all
        select p.physician_id, p.login, null, false, p.salt, p.secret_hash
        from credentials.provisional_login p where p.login_key = @key and not p.used and p.expires_on >= @today
        """;

    /// <summary>Somebody whose password or passkey was right.</summary>
    /// <param name="HasTotp">Whether a code is still to come.</param>
    /// <param name="Means">One of <see cref="SignInMeans"/>.</param>
    public sealed record Person(Guid Subject, string Login, bool HasTotp, string Means);

    /// <summary>The person, or null; <c>MustWait</c> when there were too many failures to look at this one.</summary>
    public sealed record Answer(Person? Person, bool MustWait = false);

    public async Task<Answer> Check(string login, string password, CancellationToken cancellation)
    {
        var key = LoginName.KeyOf(login);
        var found = await Candidates(key, cancellation);
        var counted = found.Count > 0 ? $"known:{found[0].Subject}" : Attempts.KeyOf("unknown", key);

        if (!await attempts.Take(counted, cancellation))
        {
            return new(null, MustWait: true);
        }

        var own = Matches(found.FirstOrDefault(it => it.PasswordHash is not null), password);
        var provisional = found.FirstOrDefault(it => it.Salt is not null && MatchesPostcard(it, password));

        if ((own ?? provisional) is not { } right)
        {
            return new(null);
        }

        await attempts.Forget(counted, cancellation);
        return new(new(right.Subject, right.Login, right.HasTotp, right == own ? SignInMeans.Password : SignInMeans.Postcard));
    }

    /// <summary>Why somebody who is signed in may not change credentials now, or null; counted together with the attempts to log in.</summary>
    public async Task<Refusal?> Confirm(Guid subject, string password, CancellationToken cancellation)
    {
        if (!await attempts.Take($"known:{subject}", cancellation))
        {
            return Refusals.LoginMustWait;
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        var hash = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select password_hash from credentials.login where id = @subject", new { subject }, cancellationToken: cancellation));

        if (hasher.VerifyHashedPassword(new Login(), hash ?? decoy.Hash, password) == PasswordVerificationResult.Failed)
        {
            return Refusals.CurrentPasswordWrong;
        }

        await attempts.Forget($"known:{subject}", cancellation);
        return null;
    }

    private async Task<IReadOnlyList<Candidate>> Candidates(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<Candidate>(
            new CommandDefinition(Find, new { key, today = clock.Today() }, cancellationToken: cancellation))];
    }

    /// <summary>Always one hash, against a decoy where there is nothing to compare with.</summary>
    private Candidate? Matches(Candidate? candidate, string password)
    {
        var result = hasher.VerifyHashedPassword(new Login(), candidate?.PasswordHash ?? decoy.Hash, password);
        return result == PasswordVerificationResult.Failed ? null : candidate;
    }

    private static bool MatchesPostcard(Candidate candidate, string password) =>
        candidate is { Salt: { } salt, SecretHash: { } hash }
        && CryptographicOperations.FixedTimeEquals(ProvisionalLogin.Hash(salt, password), hash);

    private sealed record Candidate(
        Guid Subject, string Login, string? PasswordHash, bool HasTotp, byte[]? Salt, byte[]? SecretHash);
}

/// <summary>The hash of a password nobody has, made once, in the present format and cost.</summary>
public sealed class DecoyPassword(IPasswordHasher<Login> hasher)
{
    public string Hash { get; } = hasher.HashPassword(new Login(), RandomText.Groups(8));
}
