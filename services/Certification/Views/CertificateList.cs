using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
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
        DateOnly? on, ClaimsPrincipal user, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        TypedResults.Ok(await Of(user.Subject(), on ?? clock.Today(), database, cancellation));

    /// <summary>The same for the desks that reach the physician (D4).</summary>
    public static async Task<Results<Ok<CertificateList>, ProblemHttpResult>> OfPhysician(
        Guid id, DateOnly? on, ClaimsPrincipal user, PhysicianFiles files, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        user.Reaches((await files.Load(new(id), Scheme.Occupational, cancellation)).Standing)
            ? TypedResults.Ok(await Of(id, on ?? clock.Today(), database, cancellation))
            : Refusals.PhysicianUnknown.ToProblem();

    private static async Task<CertificateList> Of(Guid physician, DateOnly day, NpgsqlDataSource database, CancellationToken cancellation)
    {
        const string Query = "select * from certificate_card where physician_id = @physician order by scheme";
        var cards = await database.List<CertificateCard>(Query, new { physician }, cancellation);
        var histories = await CertificateHistory.Of([.. cards.Select(it => it.Id)], database, cancellation);

        return new(day, [.. cards.Select(it => histories[it.Id].On(day, it))]);
    }
}
