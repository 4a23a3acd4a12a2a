using System.Security.Claims;
using Dapper;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>The certificates of one physician, of either scheme, with their state today or on a day.</summary>
public sealed record CertificateList(DateOnly On, IReadOnlyList<CertificateCard> Certificates)
{
    public static async Task<Ok<CertificateList>> Mine(
        DateOnly? on, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var cards = await connection.QueryAsync<CertificateCard>(new CommandDefinition(
            "select * from certificate_card where physician_id = @Physician order by scheme",
            new { Physician = user.Subject() },
            cancellationToken: cancellation));
        var day = on ?? clock.Today();
        var certificates = new List<CertificateCard>();

        foreach (var it in cards)
        {
            certificates.Add(it with { State = CertificateStates.On(day, it.Scheme, await TermRow.Of(it.Id, connection, cancellation)) });
        }

        return TypedResults.Ok(new CertificateList(day, certificates));
    }
}
