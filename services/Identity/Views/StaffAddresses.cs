using Dapper;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Where the staff of associations and organizers gets mail, for the service that is about to send one. Only an address its owner confirmed is given.</summary>
/// <param name="StaffId">The member of staff.</param>
/// <param name="Association">Code of the association or the organizer.</param>
public sealed record StaffAddresses(Guid StaffId, string Association, string Email)
{
    private const int MostAssociations = 1_000;

    /// <param name="Associations">Whose staff.</param>
    /// <param name="Roles">In which roles: an organizer can have the code of an association, and auditors act for one too.</param>
    public sealed record Request(IReadOnlyList<string> Associations, IReadOnlyList<string> Roles);

    public static async Task<Results<Ok<IEnumerable<StaffAddresses>>, ProblemHttpResult>> Get(
        Request request, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (request.Associations.Count > MostAssociations)
        {
            return Refusals.TooManyIds.ToProblem();
        }

        response.Headers.CacheControl = "no-store";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return TypedResults.Ok(await connection.QueryAsync<StaffAddresses>(new CommandDefinition(
            """
            select s.staff_id, s.association, l.email
            from staff_list s join credentials.login l on l.id = s.staff_id
            where s.association = any (@associations) and s.role = any (@roles) and l.email is not null and l.email_confirmed
            order by s.staff_id
            """,
            new { associations = request.Associations.ToArray(), roles = request.Roles.ToArray() },
            cancellationToken: cancellation)));
    }
}
