using System.Security.Cryptography;
using System.Text;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Mails about accounts: where each goes, and the code it carries. A code serves once, for half an hour, and bears five wrong tries.</summary>
/// <remarks>Eight digits are few, so they are sealed and not hashed, and tries are counted before they are judged.</remarks>
public sealed class AccountMails(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Digits = 8;
    private const int MostTries = 5;

    private readonly IDataProtector _seal = protection.CreateProtector("account-mail");

    /// <summary>How long a code serves.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a mail that only tells may still go out: the owner has to hear of it, however late the mail server is.</summary>
    private static readonly TimeSpan TellingTime = TimeSpan.FromDays(3);

    /// <summary>A mail that is to go out.</summary>
    public sealed record Mail(Guid Id, Guid Account, AccountMailKind Kind, string Email);

    /// <summary>A mail as it is sent; its code, this once, in clear.</summary>
    public sealed record Letter(AccountMailKind Kind, Guid Account, string Email, string? Code, int Minutes);

    /// <summary>A try that was right.</summary>
    public sealed record Opened(Guid Id, Guid Account, string Email);

    /// <summary>Asks for the mail in this transaction. An older code or link of the same account and kind is sent no longer; what is to be told is told each time.</summary>
    public Changes Request(Changes changes, Mail mail) => changes
        .Append<AccountMail>(mail.Id, 0, [new AccountMailRequested(mail.Account, mail.Kind)])
        .Write(Sql.For(
            """
            with older as (
                delete from credentials.account_mail m using rows r
                where r.replaces and m.account = r.account and m.kind = r.kind and m.id <> r.id)
            insert into credentials.account_mail (id, account, kind, email, expires_at) select id, account, kind, email, expires_at from rows
            """,
            new
            {
                mail.Id,
                mail.Account,
                Kind = Codes.Of(mail.Kind),
                mail.Email,
                Replaces = mail.Kind.HasCode() || mail.Kind.HasLink(),
                ExpiresAt = clock.GetUtcNow() + (mail.Kind.HasCode() ? Lifetime : TellingTime),
            }));

    /// <summary>A word to the owner about something done with the account; nobody to tell without an address.</summary>
    public Changes Tell(Changes changes, AccountMailKind kind, Guid account, string? email) =>
        email is null ? changes : Request(changes, new(Guid.CreateVersion7(), account, kind, email));

    /// <summary>For whoever sends it: a fresh code each time it is asked for. Null when its time is over or it was used.</summary>
    public async Task<Letter?> ForSending(Guid id, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetString("0123456789", Digits);
        var row = await database.Find<Row>(
            "update credentials.account_mail set sealed = @sealed where id = @id and expires_at > @now returning id, account, kind, email, sealed",
            new { id, @sealed = _seal.Protect(code), now = clock.GetUtcNow() },
            cancellation);

        return Codes.Find<AccountMailKind>(row?.Kind) switch
        {
            { } kind when row is not null => kind.HasCode()
                ? new(kind, row.Account, row.Email, code, (int)Lifetime.TotalMinutes)
                : new(kind, row.Account, row.Email, Code: null, 0),
            _ => null,
        };
    }

    /// <summary>Null when the code is wrong, too late, or too many were wrong before.</summary>
    /// <param name="account">Whose code it has to be; null where the mail's id alone is known.</param>
    /// <param name="id">Which mail's; null for the last one of the account.</param>
    public async Task<Opened?> Open(AccountMailKind kind, Guid? id, Guid? account, string code, CancellationToken cancellation)
    {
        var row = await database.Find<Row>(
            """
            update credentials.account_mail set failures = failures + 1
            where kind = @kind and id = coalesce(@id, id) and account = coalesce(@account, account) and sealed is not null
              and failures < @most and expires_at > @now
            returning id, account, kind, email, sealed
            """,
            new { kind = Codes.Of(kind), id, account, most = MostTries, now = clock.GetUtcNow() },
            cancellation);

        return row is { Sealed: { } known } && IsSame(_seal.Unprotect(known), code) ? new(row.Id, row.Account, row.Email) : null;
    }

    /// <summary>The code was right, only what came with it was not: the try does not count.</summary>
    public Task GiveBack(Opened opened, CancellationToken cancellation) => database.Do(
        "update credentials.account_mail set failures = failures - 1 where id = @id", new { opened.Id }, cancellation);

    /// <summary>The code is used in this transaction. Two at the same moment: the second meets the stream one further on.</summary>
    public static Changes Use(Changes changes, Opened opened) => changes
        .Append<AccountMail>(opened.Id, 1, [new AccountMailCodeUsed()])
        .Write(Sql.For("delete from credentials.account_mail m using rows r where m.id = r.id", new { opened.Id }));

    private static bool IsSame(string known, string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(known),
        Encoding.UTF8.GetBytes(string.Concat(Width.Fold(typed).Where(char.IsAsciiDigit))));

    private sealed record Row(Guid Id, Guid Account, string Kind, string Email, string? Sealed);
}
