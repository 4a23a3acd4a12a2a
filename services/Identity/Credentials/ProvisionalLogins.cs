using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Identity.Credentials;

/// <summary>The postcards out there.</summary>
public sealed class ProvisionalLogins(NpgsqlDataSource database)
{
    /// <summary>The login name on the physician's postcard, which stays the login name.</summary>
    public async Task<string?> LoginOf(Guid physician, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select login from credentials.provisional_login where physician_id = @physician",
            new { physician },
            cancellationToken: cancellation));
    }

    /// <summary>The postcard has done its work; its password opens nothing any more.</summary>
    public static Sql UseUp(PhysicianId physician) => Sql.For(
        "update credentials.provisional_login p set used = true from rows r where p.physician_id = r.id", new { Id = physician });

    /// <summary>Nothing that stands on the postcard opens anything any more, and whoever is signed in by it is out.</summary>
    public static Sql Void(Guid physician) => Sql.For(
        """
        with card as (update credentials.provisional_login p set used = true from rows r where p.physician_id = r.id)
        delete from credentials.session s using rows r where s.subject = r.id
        """,
        new { Id = physician });
}
