using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>The post brought a letter back; the desk enters the number printed on it, by hand or with a scanner.</summary>
public static class ReturnLetter
{
    public sealed record Command(StaffId By);

    public static Decision Decide(Notice notice, Command command) => notice switch
    {
        { State: NoticeState.Returned } => Decision.Nothing,
        { State: NoticeState.Sent, Batch: not null } => Decision.Append(new LetterReturned(Reasons.AddressWrong, command.By)),
        _ => Refusals.LetterNotPosted,
    };

    /// <param name="Number">Ten digits; blanks and hyphens between them do not matter.</param>
    public sealed record Request(string? Number = null);

    public sealed record Answer(Guid NoticeId, Guid PhysicianId);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (number, unreadable) = LetterNumber.Read(request.Number);

        if (unreadable is not null)
        {
            return unreadable.ToProblem();
        }

        var found = await database.List<(Guid Notice, Guid Physician)>(
            "select id, physician_id from notice_cards where letter_number = @number and association = @association",
            new { number, association = user.AssociationCode() },
            cancellation);

        if (found is not [var (notice, physician)])
        {
            return Refusals.LetterUnknown.ToProblem();
        }

        var decision = await store.DecideAsync<Notice>(notice, it => Decide(it, new(user.Staff())), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(notice, physician));
    }
}
