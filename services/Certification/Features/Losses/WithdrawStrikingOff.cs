using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Features.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Losses;

/// <summary>Takes a decision of the JMA back, until the day before it takes effect.</summary>
public static class WithdrawStrikingOff
{
    public sealed record Command(StaffId By, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when command.By.Value == certificate.Holder.Value => SuspensionRefusals.OwnTitle,
        { Loss: not { Ground: LossGround.StruckOff } } => LossRefusals.NotDecided,
        { Loss: { } loss } when loss.TookEffect || loss.From <= command.Today => LossRefusals.TookEffect,
        _ => Decision.Append(new StrikingOffWithdrawn(certificate.Holder, certificate.Scheme, command.By, command.Remark)),
    };

    public sealed record Request(string Reason);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (SuspensionRemark.Examine(request.Reason) is { } unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(user.Staff(), clock.Today(), new(Guid.CreateVersion7()));
        var decision = await store.DecideAsync<Certificate>(
            id, it => Decide(it, command), changes => changes.Explain(command.Remark, id, request.Reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
