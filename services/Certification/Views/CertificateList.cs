using System.Security.Claims;
using Mamis.EventStore;
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
        const string Query = "select * from certificate_card where physician_id = @Physician order by scheme";
        var day = on ?? clock.Today();
        var cards = await database.List<CertificateCard>(Query, new { Physician = user.Subject() }, cancellation);
        var terms = await TermRow.Of([.. cards.Select(it => it.Id)], database, cancellation);

        return TypedResults.Ok(new CertificateList(
            day, [.. cards.Select(it => it with { State = CertificateStates.On(day, it.Scheme, [.. terms[it.Id]]) })]));
    }
}
