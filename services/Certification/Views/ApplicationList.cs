using System.Security.Claims;
using Dapper;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>The applications of one physician, newest first.</summary>
public sealed record ApplicationList(IReadOnlyList<ApplicationCase> Applications)
{
    public static async Task<Ok<ApplicationList>> Mine(ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var cases = await connection.QueryAsync<ApplicationCase>(new CommandDefinition(
            "select * from application_case where physician_id = @Physician order by id desc",
            new { Physician = user.Subject() },
            cancellationToken: cancellation));

        return TypedResults.Ok(new ApplicationList([.. cases]));
    }
}
