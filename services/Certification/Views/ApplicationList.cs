using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>The applications of one physician, newest first.</summary>
public sealed record ApplicationList(IReadOnlyList<ApplicationCase> Applications)
{
    public static async Task<Ok<ApplicationList>> Mine(ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        const string Query = "select * from application_case where physician_id = @Physician order by id desc";

        return TypedResults.Ok(new ApplicationList(
            await database.List<ApplicationCase>(Query, new { Physician = user.Subject() }, cancellation)));
    }
}
