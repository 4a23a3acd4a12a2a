using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Inquiries;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>The physician has no more to ask, or the desk has answered all; a question never ends in silence.</summary>
public static class CloseInquiry
{
    public sealed record Command(Party By);

    public static Decision Decide(Inquiry inquiry, Command command) => (inquiry, command.By) switch
    {
        _ when command.By.Hindrance(inquiry) is { } hindrance => hindrance,
        ({ State: InquiryState.Closed }, _) => Decision.Nothing,
        ({ State: InquiryState.Waiting }, { Staff: not null }) => InquiryRefusals.Unanswered,
        (_, { Staff: var staff }) => Decision.Append(new InquiryClosed(staff)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await InquiryReach.Find(id, user, database, cancellation) is null)
        {
            return InquiryRefusals.Unknown.ToProblem();
        }

        var decision = await store.DecideAsync<Inquiry>(id, it => Decide(it, new(user.Party())), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
