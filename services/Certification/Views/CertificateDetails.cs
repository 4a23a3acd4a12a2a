using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Views.Suspensions;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Views;

/// <summary>One certificate with every term it ever had, for the holder and for staff who reach the holder.</summary>
/// <param name="Certificate">As it stands today.</param>
/// <param name="On">The day asked for; today unless told otherwise.</param>
/// <param name="State">The state on that day.</param>
/// <param name="Terms">Oldest first.</param>
/// <param name="Suspensions">In the order in which they were decided.</param>
public sealed record CertificateDetails(
    CertificateCard Certificate, DateOnly On, CertificateState State, IReadOnlyList<TermRow> Terms, IReadOnlyList<SuspensionRow> Suspensions)
{
    public static async Task<Results<Ok<CertificateDetails>, ProblemHttpResult>> Get(
        Guid id, DateOnly? on, ClaimsPrincipal user, Certificates certificates, TimeProvider clock, CancellationToken cancellation)
    {
        if (await certificates.Find(id, user, cancellation) is not var (card, history))
        {
            return Refusals.CertificateUnknown.ToProblem();
        }

        var day = on ?? clock.Today();

        var readsReasons = card.PhysicianId == user.Subject() || user.IsInRole(Roles.JmaStaff);

        return TypedResults.Ok(new CertificateDetails(
            card, day, history.On(day, card).State,
            [.. history.Terms.Select(it => readsReasons ? it : it with { LossReason = null })],
            [.. history.Suspensions.Select(it => readsReasons ? it : it with { Reason = null, LiftReason = null })]));
    }
}
