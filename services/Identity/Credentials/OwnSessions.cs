using Mamis.EventStore;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>The sessions of one person, as the person sees and ends them. A session that is gone is refused as soon as the gateway asks again.</summary>
public sealed class OwnSessions(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>One session by the name its tokens carry; that name opens nothing.</summary>
    public sealed record Listed(Guid Sid, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Means);

    /// <summary>Those that hold, the one used last first. One that still waits for its second factor is none yet.</summary>
    public Task<IReadOnlyList<Listed>> Of(Guid subject, CancellationToken cancellation) => database.List<Listed>(
        """
        select sid, began_at, seen_at, means from credentials.session
        where subject = @subject and idle_until > @now and not totp_due
        order by seen_at desc, sid
        """,
        new { subject, now = clock.GetUtcNow() },
        cancellation);

    public Task End(Guid subject, Guid sid, CancellationToken cancellation) => database.Do(
        "delete from credentials.session where subject = @subject and sid = @sid", new { subject, sid }, cancellation);

    /// <summary>Ends all but one, those that wait for their second factor too: they may be a guesser's.</summary>
    public Task EndOthers(Guid subject, Guid sid, CancellationToken cancellation) => database.Do(
        "delete from credentials.session where subject = @subject and sid <> @sid", new { subject, sid }, cancellation);
}
