using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Puts the letters that wait at a desk into one batch, so that each is printed once.</summary>
public static class PrintLetters
{
    public sealed record Command(Guid Batch);

    public sealed record Answer(Guid Id, int Letters);

    public static Decision Decide(Notice notice, Command command) => notice switch
    {
        { State: NoticeState.LetterOrdered } => Decision.Append(new LetterPrinted(command.Batch)),
        { Batch: var batch } when batch == command.Batch => Decision.Nothing,
        _ => Refusals.LetterNotWaiting,
    };

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var waiting = await database.List<Guid>(
            "select id from notice_cards where channel = 'Letter' and state = 'LetterOrdered' and association = @association",
            new { association = user.AssociationCode() },
            cancellation);

        if (waiting.Count == 0)
        {
            return Refusals.NoLettersWaiting.ToProblem();
        }

        var batch = Guid.CreateVersion7(clock.GetUtcNow());
        var decision = await store.DecideForAll(waiting, it => Decide(it, new(batch)), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created($"/letter-batches/{batch}", new Answer(batch, waiting.Count));
    }
}
