using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>A training that was held and has no list yet, as Notifications asks for it before it reminds somebody (P5).</summary>
public sealed record TrainingsToRemindOf
{
    /// <summary>The most that is answered at once.</summary>
    public const int Most = 1_000;

    public required Guid TrainingId { get; init; }

    /// <summary>Code of the organizer.</summary>
    public required string Organizer { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it was held; that prefecture's desk hears of a late one.</summary>
    public required string Prefecture { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <param name="AsOf">The last day lies before it.</param>
    /// <param name="After">The last training of the page before.</param>
    public sealed record Request(DateOnly? AsOf = null, Guid? After = null);

    public static async Task<Results<Ok<IReadOnlyList<TrainingsToRemindOf>>, ProblemHttpResult>> Get(
        Request request, NpgsqlDataSource database, CancellationToken cancellation) => request.AsOf is { } asOf
        ? TypedResults.Ok(await database.List<TrainingsToRemindOf>(
            UnreportedTrainings.Waiting,
            new { isStaff = true, association = Association.Jma, today = asOf, after = request.After, limit = Most },
            cancellation))
        : Refusals.FieldInvalid.For("asOf").ToProblem();
}
