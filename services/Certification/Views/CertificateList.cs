using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>The certificates of one physician, of either scheme.</summary>
public sealed record CertificateList(IReadOnlyList<CertificateCard> Certificates)
{
    public static async Task<Ok<CertificateList>> Mine(ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        const string Query = "select * from certificate_card where physician_id = @Physician order by scheme";

        return TypedResults.Ok(new CertificateList(
            await database.List<CertificateCard>(Query, new { Physician = user.Subject() }, cancellation)));
    }
}
