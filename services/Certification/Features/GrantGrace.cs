using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features;

/// <summary>Lets a holder apply after the last day for a special reason (rule X7); the JMA decides (Q6).</summary>
public static class GrantGrace
{
    public sealed record Command(DocumentId Statement, StaffId GrantedBy, DateOnly Today);

    public static Decision Decide(Certificate certificate, Command command) => certificate switch
    {
        { Term: null } => Refusals.CertificateUnknown,
        { GraceUntil: not null } => Decision.Nothing,
        { Loss: not null } => SuspensionRefusals.TitleLost,
        { Term: var term } => LatenessRules.On(certificate.Scheme, command.Today).GraceEnds(term) switch
        {
            null => Refusals.GraceNotOffered,
            { } until when command.Today > until => Reasons.CertificateExpired,
            { } until => Decision.Append(new GraceGranted(until, command.Statement, command.GrantedBy)),
        },
    };

    public sealed record Request(Guid StatementId);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, DocumentVault vault, TimeProvider clock, CancellationToken cancellation)
    {
        var holder = (await store.Load<Certificate>(id, cancellation)).State.Holder;

        if (await vault.Describe(request.StatementId, cancellation) is not { Kind: nameof(DocumentKind.SpecialReason) } statement || statement.PhysicianId != holder.Value)
        {
            return Refusals.StatementUnknown.ToProblem();
        }

        var command = new Command(new(request.StatementId), user.Staff(), clock.Today());
        var decision = await store.DecideAsync<Certificate>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
