using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Losses;

/// <summary>Lets the holder keep the title after all, until the day before the resignation takes effect. Withdrawn applications stay withdrawn.</summary>
public static class WithdrawResignation
{
    public sealed record Command(PhysicianId By, DateOnly Today);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when certificate.Holder != command.By => Refusals.CertificateUnknown,
        { Loss: not { Ground: LossGround.Resigned } } => LossRefusals.NotDecided,
        { Loss: { } loss } when loss.TookEffect || loss.From <= command.Today => LossRefusals.TookEffect,
        _ => Decision.Append(new ResignationWithdrawn(certificate.Holder, certificate.Scheme)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(new(user.Subject()), clock.Today());
        var decision = await store.DecideAsync<Certificate>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
