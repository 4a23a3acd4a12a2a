using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Losses;

/// <summary>Lets the holder give the title up, from today or a later day on (辞退, rule X8); renewals under way are withdrawn with it.</summary>
public static class ResignCertificate
{
    /// <param name="From">The first day without the title.</param>
    public sealed record Command(DateOnly From, PhysicianId By, DateOnly Today);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when certificate.Holder != command.By => Refusals.CertificateUnknown,
        { Loss: { Ground: LossGround.Resigned } known } when known.From == command.From => Decision.Nothing,
        { Loss: { TookEffect: false } } => LossRefusals.Decided,
        _ => Losing.From(certificate, command.From, command.Today, LossGround.Resigned, new CertificateResigned(certificate.Holder, certificate.Scheme, command.From)),
    };

    public sealed record Request(DateOnly From);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, OpenRenewals renewals, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(request.From, new(user.Subject()), clock.Today());
        var open = await renewals.Of(id, cancellation);
        var decision = await store.DecideAsync<Certificate>(
            id,
            it => Decide(it, command),
            changes => changes.Close(open, it => WithdrawApplication.Decide(it, new(command.By))),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
