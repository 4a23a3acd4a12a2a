using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>Who is logged in. The id is known to the browser's side only and stored as a hash; the role is read anew each time.</summary>
public sealed class Sessions(NpgsqlDataSource database, TimeProvider clock)
{
    private const int IdBytes = 32;

    private const string Person =
        """
        coalesce(f.role, case when c.active then 'physician' else 'enrolling' end) as role, f.association
        from s left join staff_list f on f.staff_id = s.subject left join physician_card c on c.physician_id = s.subject
        """;

    private const string Open =
        """
        with s as (
            insert into credentials.session (id_hash, sid, subject, login, totp_due, means, idle_secs, idle_until, ends_at, began_at, seen_at)
            values (@hash, @sid, @subject, @login, @totpDue, @means, 0, @now, @now, @now, @now)
            returning *)
        select s.sid, s.subject, s.login, s.totp_due,
        """ + "\n" + Person;

    private const string Touch =
        """
        with s as (
            update credentials.session set seen_at = @now, idle_until = least(@now + make_interval(secs => idle_secs), ends_at)
            where id_hash = @hash and idle_until > @now
            returning *)
        select s.sid, s.subject, s.login, s.totp_due,
        """ + "\n" + Person;

    private const string Look =
        """
        with s as (select * from credentials.session where id_hash = @hash and idle_until > @now)
        select s.sid, s.subject, s.login, s.totp_due,
        """ + "\n" + Person;

    private const string Limit =
        """
        update credentials.session
        set totp_due = @totpDue, means = coalesce(@means, means), idle_secs = @idle, idle_until = @now + make_interval(secs => @idle),
            ends_at = @now + make_interval(secs => @absolute)
        where id_hash = @hash
        """;

    private const string Alive =
        """
        select exists (select 1 from credentials.session where sid = @sid and idle_until > @now)
            or exists (select 1 from credentials.machine_client where sid = @sid and enabled)
        """;

    /// <summary>A session that holds, as it stands now.</summary>
    public sealed record Session(Guid Sid, Guid Subject, string Login, bool TotpDue, string Role, string? Association)
    {
        /// <summary>What the person has to do before anything else; null when nothing.</summary>
        public string? Next => TotpDue ? "totp" : Role == Roles.Enrolling ? "first-login" : null;
    }

    /// <summary>A session just opened, with the id that is told this once.</summary>
    public sealed record Opened(string SessionId, string? Next);

    public async Task<Opened> Begin(PasswordCheck.Person person, CancellationToken cancellation)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var opened = await One(
            Open, id, new { sid = Guid.CreateVersion7(), subject = person.Subject, login = person.Login, totpDue = person.HasTotp, means = person.Means }, cancellation)
            ?? throw new InvalidOperationException("The session was not stored.");
        await SetLimits(id, person.HasTotp, means: null, person.HasTotp ? SessionLimits.SecondFactorDue : SessionLimits.Of(opened.Role), cancellation);

        return new(id, opened.Next);
    }

    /// <summary>The session, without counting as a request of the person.</summary>
    public Task<Session?> Find(string id, CancellationToken cancellation) => One(Look, id, new { }, cancellation);

    /// <summary>The session, which lasts longer by this request.</summary>
    public Task<Session?> Use(string id, CancellationToken cancellation) => One(Touch, id, new { }, cancellation);

    public Task ConfirmSecondFactor(string id, string role, string means, CancellationToken cancellation) =>
        SetLimits(id, totpDue: false, means, SessionLimits.Of(role), cancellation);

    public Task End(string id, CancellationToken cancellation) =>
        Execute("delete from credentials.session where id_hash = @hash", new { hash = HashOf(id) }, cancellation);

    public async Task<bool> IsAlive(Guid sid, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(Alive, new { sid, now = clock.GetUtcNow() }, cancellationToken: cancellation));
    }

    /// <summary>After the first login: this session becomes a physician's under a new name, so that older tokens end; all others end.</summary>
    public Sql Promote(PhysicianId physician, Guid sid)
    {
        var limits = SessionLimits.Of(Roles.Physician);
        var now = clock.GetUtcNow();

        return Sql.For(
            """
            with other as (delete from credentials.session s using rows r where s.subject = r.subject and s.sid <> r.sid)
            update credentials.session s
            set sid = r.new_sid, idle_secs = r.idle, idle_until = r.idle_until, ends_at = r.ends_at
            from rows r where s.sid = r.sid and s.subject = r.subject
            """,
            new
            {
                Subject = physician,
                Sid = sid,
                NewSid = Guid.CreateVersion7(),
                Idle = (int)limits.Idle.TotalSeconds,
                IdleUntil = now + limits.Idle,
                EndsAt = now + limits.Absolute,
            });
    }

    private Task SetLimits(string id, bool totpDue, string? means, SessionLimits limits, CancellationToken cancellation) => Execute(
        Limit,
        new { hash = HashOf(id), totpDue, means, idle = (int)limits.Idle.TotalSeconds, absolute = (int)limits.Absolute.TotalSeconds, now = clock.GetUtcNow() },
        cancellation);

    private async Task<Session?> One(string sql, string id, object more, CancellationToken cancellation)
    {
        var parameters = new DynamicParameters(more);
        parameters.AddDynamicParams(new { hash = HashOf(id), now = clock.GetUtcNow() });
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Session>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
    }

    private async Task Execute(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
    }

    private static byte[] HashOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));
}
