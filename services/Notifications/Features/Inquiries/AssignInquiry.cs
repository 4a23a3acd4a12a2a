using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Inquiries;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>A member of staff takes an inquiry, from a colleague too, or gives it back; so that two do not answer the same.</summary>
public static class AssignInquiry
{
    public sealed record Command(Party By, bool Release);

    public static Decision Decide(Inquiry inquiry, Command command) => (inquiry, command) switch
    {
        _ when command.By.Hindrance(inquiry) is { } hindrance => hindrance,
        ({ AssignedTo: null }, { Release: true }) => Decision.Nothing,
        ({ AssignedTo: { } colleague }, { Release: true, By.Staff: { } me }) when colleague != me => InquiryRefusals.WithColleague,
        (_, { Release: true, By.Staff: { } me }) => Decision.Append(new InquiryAssigned(null, me)),
        ({ AssignedTo: var present }, { By.Staff: { } me }) when present != me => Decision.Append(new InquiryAssigned(me, me)),
        _ => Decision.Nothing,
    };

    /// <param name="Release">True gives it back; otherwise the caller takes it.</param>
    public sealed record Request(bool Release = false);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await InquiryReach.Find(id, user, database, cancellation) is null)
        {
            return InquiryRefusals.Unknown.ToProblem();
        }

        var decision = await store.DecideAsync<Inquiry>(id, it => Decide(it, new(user.Party(), request.Release)), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
