using System.Security.Claims;
using Dapper;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>The certificates of one physician, of either scheme.</summary>
public sealed record CertificateList(IReadOnlyList<CertificateCard> Certificates)
{
    public static async Task<Ok<CertificateList>> Mine(ClaimsPrincipal user, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var cards = await connection.QueryAsync<CertificateCard>(new CommandDefinition(
            "select * from certificate_card where physician_id = @Physician order by scheme",
            new { Physician = user.Subject() },
            cancellationToken: cancellation));

        return TypedResults.Ok(new CertificateList([.. cards]));
    }
}
