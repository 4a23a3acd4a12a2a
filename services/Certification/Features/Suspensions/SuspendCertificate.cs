using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Suspensions;

/// <summary>Lets a title rest by decision of the JMA. The term runs on and can be renewed; only what the title is worth on these days changes.</summary>
public static class SuspendCertificate
{
    public sealed record Command(DateOnly From, DateOnly? Until, StaffId By, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        _ when command.By.Value == certificate.Holder.Value => SuspensionRefusals.OwnTitle,
        { Suspension: { } known } when known == new Suspension(command.From, command.Until) && !known.IsOver(command.Today) => Decision.Nothing,
        _ => Decision.RefuseOr([.. Mistakes(certificate, command)], () => Decision.Append(
            new CertificateSuspended(certificate.Holder, certificate.Scheme, command.From, command.Until, command.By, command.Remark))),
    };

    private static IEnumerable<Refusal> Mistakes(Certificate certificate, Command command) =>
    [
        .. When(certificate.Lapsed, SuspensionRefusals.TitleLost),
        .. When(certificate.Suspension?.IsOver(command.Today) is false, SuspensionRefusals.Suspended),
        .. When(command.From < command.Today, SuspensionRefusals.DayPast),
        .. When(command.Until < command.From, SuspensionRefusals.EndsBeforeItBegins),
    ];

    private static IEnumerable<Refusal> When(bool applies, Refusal refusal) => applies ? [refusal] : [];

    public sealed record Request(DateOnly From, string Reason, DateOnly? Until = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (SuspensionRemark.Examine(request.Reason) is { } unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(request.From, request.Until, user.Staff(), clock.Today(), new(Guid.CreateVersion7()));
        var decision = await store.DecideAsync<Certificate>(
            id, it => Decide(it, command), changes => changes.Explain(command.Remark, id, request.Reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
