using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Desks;

/// <summary>One desk agrees and hands on to the next; the last one grants (domain.md 3.9).</summary>
public static class ApproveApplication
{
    /// <param name="CertifiedOn">The certification day of a new certificate, set at the last desk (rule V3).</param>
    /// <param name="IfVersion">The version the caller saw; null when whatever stands there is meant.</param>
    public sealed record Command(string Desk, StaffId By, DateOnly? CertifiedOn, long? IfVersion);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when HasApproved(application, command) => Decision.Nothing,
        _ when application.Refuses(command.Desk, command.By) is { } refusal => refusal,
        { Version: var version } when command.IfVersion is { } seen && seen != version => Refusals.ChangedMeanwhile,
        _ => Decision.RefuseOr([.. Missing(application, command)], () => Approve(application, command)),
    };

    /// <summary>The same person approving again here, after the case has moved on to the next desk or to its grant.</summary>
    private static bool HasApproved(Application application, Command command) =>
        application is { Status: ApplicationStatus.AtDesk or ApplicationStatus.Granted, Deciders: [.., var last] }
            && last == (command.By, command.Desk)
            && application.Desk == application.Desks.After(command.Desk);

    private static IEnumerable<Refusal> Missing(Application application, Command command)
    {
        var first = application.Desks[0] == command.Desk;
        var setsTheDay = application.Kind is ApplicationKind.New && application.Desks[^1] == command.Desk;

        return
        [
            .. When(first && application.FeeOutstanding > 0, Refusals.FeeUnpaid),
            .. When(first && application is { PaperOriginalRequired: true, OriginalReceived: false }, Refusals.PaperOriginalNotReceived),
            .. When(setsTheDay && command.CertifiedOn is null, Refusals.CertifiedOnMissing),
            .. When(!setsTheDay && command.CertifiedOn is not null, Refusals.CertifiedOnNotAsked),
        ];
    }

    private static Decision Approve(Application application, Command command)
    {
        var next = application.Desks.After(command.Desk);
        var approved = new ApplicationApproved(command.Desk, command.By, next);

        return next is null
            ? Decision.Append(approved, new ApplicationGranted(application.Applicant, application.Scheme, application.Kind, command.CertifiedOn))
            : Decision.Append(approved);
    }

    private static IEnumerable<Refusal> When(bool applies, Refusal refusal) => applies ? [refusal] : [];

    public sealed record Request(DateOnly? CertifiedOn = null, long? IfVersion = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(user.Desk(), user.Staff(), request.CertifiedOn, request.IfVersion);
        var decision = await store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
