using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Desks;

/// <summary>The JMA decides against an application; the ledger frees its entries.</summary>
public static class RejectApplication
{
    public sealed record Command(string Desk, StaffId By, RemarkId Remark);

    public static Decision Decide(Application application, Command command) => application switch
    {
        { Status: ApplicationStatus.Rejected } when application.Desks.Contains(command.Desk) => Decision.Nothing,
        _ when application.Refuses(command.Desk, command.By) is { } refusal => refusal,
        _ when command.Desk != Association.Jma => Refusals.OnlyJmaRejects,
        _ => Decision.Append(new ApplicationRejected(application.Applicant, command.By, command.Remark)),
    };

    public sealed record Request(string Reason);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        Remarks.Point[] points = [new("application", request.Reason)];

        if (Remarks.Examine(points) is [_, ..] unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(user.Desk(), user.Staff(), new(Guid.CreateVersion7()));
        var decision = await store.DecideAsync<Application>(
            id, it => Decide(it, command), changes => changes.Write(Remarks.Rows(command.Remark, id, points)), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
