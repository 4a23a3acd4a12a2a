using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Suspensions;

/// <summary>Ends a suspension by decision of the JMA, from today or a later day on; one that has not begun is taken back.</summary>
public static class ReinstateCertificate
{
    public sealed record Command(DateOnly HeldFrom, StaffId By, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when command.By.Value == certificate.Holder.Value => SuspensionRefusals.OwnTitle,
        { Suspension: { } known } when known == known.EndedBefore(command.HeldFrom) => Decision.Nothing,
        { Suspension: { } known } when !known.IsOver(command.Today) => Reinstate(certificate, known, command),
        _ => SuspensionRefusals.NotSuspended,
    };

    private static Decision Reinstate(Certificate certificate, Suspension suspension, Command command) => command switch
    {
        { HeldFrom: var from } when from < command.Today => SuspensionRefusals.DayPast,
        { HeldFrom: var from } when suspension.Until < from => SuspensionRefusals.EndsEarlier,
        _ => Decision.Append(new CertificateReinstated(certificate.Holder, certificate.Scheme, command.HeldFrom, command.By, command.Remark)),
    };

    public sealed record Request(DateOnly From, string Reason);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (SuspensionRemark.Examine(request.Reason) is { } unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(request.From, user.Staff(), clock.Today(), new(Guid.CreateVersion7()));
        var decision = await store.DecideAsync<Certificate>(
            id, it => Decide(it, command), changes => changes.Explain(command.Remark, id, request.Reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
