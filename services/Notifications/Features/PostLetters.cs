using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>The desk says that a printed batch is in the post; that is what counts as sent.</summary>
public static class PostLetters
{
    public sealed record Command(long ContactVersion);

    public sealed record Answer(Guid Id, int Letters);

    public static Decision Decide(Notice notice, Command command) => notice.State switch
    {
        NoticeState.LetterPrinted => Decision.Append(new NoticeSent(Channel.Letter, command.ContactVersion)),
        NoticeState.Sent => Decision.Nothing,
        _ => Refusals.LetterNotPrinted,
    };

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var letters = await LetterBatch.Notices(id, user.AssociationCode(), database, cancellation);

        if (letters.Count == 0)
        {
            return Refusals.BatchUnknown.ToProblem();
        }

        var versions = await Contacts.Versions(letters, database, cancellation);
        var decision = await store.DecideForAll(
            letters, it => Decide(it, new(it.Content?.Physician is { } physician ? versions.GetValueOrDefault(physician.Value) : 0)), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(id, letters.Count));
    }
}
