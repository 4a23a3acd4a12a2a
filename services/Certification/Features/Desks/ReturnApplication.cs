using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Desks;

/// <summary>Sends an application back for correction; its entries stay set aside, and it comes again to the first desk.</summary>
public static class ReturnApplication
{
    public sealed record Command(string Desk, StaffId By, IReadOnlyList<string> Items, RemarkId Remark);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.Refuses(command.Desk, command.By) is { } refusal => refusal,
        _ => Decision.Append(
            new ApplicationReturned(application.Applicant, command.Desk, command.By, command.Items, command.Remark)),
    };

    public sealed record Request(IReadOnlyList<Remarks.Point> Reasons);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        if (Remarks.Examine(request.Reasons) is [_, ..] unusable)
        {
            return unusable.ToProblem();
        }

        var command = new Command(user.Desk(), user.Staff(), [.. request.Reasons.Select(it => it.Item)], new(Guid.CreateVersion7()));
        var decision = await store.DecideAsync<Application>(
            id, it => Decide(it, command), changes => changes.Write(Remarks.Rows(command.Remark, id, request.Reasons)), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
