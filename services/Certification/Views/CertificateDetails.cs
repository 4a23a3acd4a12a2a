using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>One certificate with every term it ever had, for the holder and for staff who reach the holder.</summary>
/// <param name="Certificate">As it stands today.</param>
/// <param name="On">The day asked for; today unless told otherwise.</param>
/// <param name="State">The state on that day.</param>
/// <param name="Terms">Oldest first.</param>
public sealed record CertificateDetails(CertificateCard Certificate, DateOnly On, CertificateState State, IReadOnlyList<TermRow> Terms)
{
    public static async Task<Results<Ok<CertificateDetails>, ProblemHttpResult>> Get(
        Guid id, DateOnly? on, ClaimsPrincipal user, PhysicianFiles files, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var card = await database.Find<CertificateCard>("select * from certificate_card where id = @Id", new { Id = id }, cancellation);

        if (card is null || !await MayRead(card, user, files, cancellation))
        {
            return Refusals.CertificateUnknown.ToProblem();
        }

        TermRow[] terms = [.. (await TermRow.Of([id], database, cancellation))[id]];
        var day = on ?? clock.Today();

        return TypedResults.Ok(new CertificateDetails(
            card with { State = CertificateStates.On(clock.Today(), card.Scheme, terms) }, day, CertificateStates.On(day, card.Scheme, terms), terms));
    }

    private static async Task<bool> MayRead(CertificateCard card, ClaimsPrincipal user, PhysicianFiles files, CancellationToken cancellation) =>
        card.PhysicianId == user.Subject()
        || user.Reaches((await files.Load(new(card.PhysicianId), card.Scheme, cancellation)).Standing);
}
