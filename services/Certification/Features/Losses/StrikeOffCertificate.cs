using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Features.Desks;
using Mamis.Certification.Features.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Losses;

/// <summary>Ends a title by decision of the JMA, from today or a later day on (喪失, rule X8, Q8); a renewal under way is rejected with it.</summary>
/// <remarks>A resignation that has not taken effect does not hold the decision up.</remarks>
public static class StrikeOffCertificate
{
    /// <param name="From">The first day without the title.</param>
    public sealed record Command(DateOnly From, StaffId By, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when command.By.Value == certificate.Holder.Value => SuspensionRefusals.OwnTitle,
        { Loss: { Ground: LossGround.StruckOff } known } when known.From == command.From => Decision.Nothing,
        { Loss: { Ground: LossGround.StruckOff, TookEffect: false } } => LossRefusals.Decided,
        _ => Losing.From(
            certificate, command.From, command.Today, LossGround.StruckOff,
            new CertificateStruckOff(certificate.Holder, certificate.Scheme, command.From, command.By, command.Remark)),
    };

    public sealed record Request(DateOnly From, string Reason);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, OpenRenewals renewals, TimeProvider clock, CancellationToken cancellation)
    {
        if (SuspensionRemark.Examine(request.Reason) is { } unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(request.From, user.Staff(), clock.Today(), new(Guid.CreateVersion7()));
        var open = await renewals.Of(id, cancellation);
        var decision = await store.DecideAsync<Certificate>(
            id,
            it => Decide(it, command),
            changes =>
            {
                changes.Explain(command.Remark, id, request.Reason);

                foreach (var rejected in changes.Close(open, it => Reject(it, command)))
                {
                    changes.Write(Remarks.Rows(command.Remark, rejected, [new("application", request.Reason.Trim())]));
                }
            },
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>What was handed in is decided with the title; a draft stays the physician's own.</summary>
    private static Decision Reject(Application application, Command command) => application.IsUnderWay
        ? Decision.Append(new ApplicationRejected(application.Applicant, command.By, command.Remark))
        : Decision.Nothing;
}
