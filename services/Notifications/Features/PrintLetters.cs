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
    /// <summary>Numbers go up with the letters printed and are never used again.</summary>
    public const string Tables = "create sequence if not exists letter_numbers";

    /// <summary>Keeps file and memory small; who waits longest goes first, the others with the next batch.</summary>
    private const int MostInBatch = 5_000;

    public sealed record Command(Guid Batch, string Number);

    public sealed record Answer(Guid Id, int Letters);

    public static Decision Decide(Notice notice, Command command) => notice switch
    {
        { State: NoticeState.LetterOrdered } => Decision.Append(new LetterPrinted(command.Batch, command.Number)),
        { Batch: var batch } when batch == command.Batch => Decision.Nothing,
        _ => Refusals.LetterNotWaiting,
    };

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var waiting = await database.List<Guid>(
            "select id from notice_cards where channel = 'Letter' and state = 'LetterOrdered' and association = @association order by scheduled_at, id limit @most",
            new { association = user.AssociationCode(), most = MostInBatch },
            cancellation);

        if (waiting.Count == 0)
        {
            return Refusals.NoLettersWaiting.ToProblem();
        }

        var batch = Guid.CreateVersion7(clock.GetUtcNow());
        var numbers = new Queue<long>(await database.List<long>(
            "select nextval('letter_numbers') from generate_series(1, @count)", new { count = waiting.Count }, cancellation));
        var decision = await store.DecideForAll(waiting, it => Decide(it, new(batch, LetterNumber.Of(numbers.Dequeue()))), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created($"/letter-batches/{batch}", new Answer(batch, waiting.Count));
    }
}
