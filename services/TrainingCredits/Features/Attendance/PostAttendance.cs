using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Takes an organizer's attendance list: a result per row, and one transaction for all of it (domain.md 4.4, step 5).</summary>
public static class PostAttendance
{
    private const int MostTries = 8;

    public sealed record Command(string Organizer);

    /// <summary>Whether lists may be posted for a training at all; what becomes of their rows, <see cref="JudgeAttendance"/> says.</summary>
    public static Decision Decide(Training training, Command command) => training switch
    {
        { Status: null } => Refusals.TrainingUnknown,
        _ when training.Organizer != command.Organizer => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { Status: not TrainingStatus.Designated } => Refusals.TrainingNotDesignated,
        _ => Decision.Nothing,
    };

    public static async Task<Results<Ok<AttendanceAnswer>, ProblemHttpResult>> Handle(
        Guid id, bool? dryRun, HttpRequest request, ClaimsPrincipal user, AttendancePosting posting, CancellationToken cancellation)
    {
        var training = await posting.Load(id, cancellation);

        if (Refuses(training.State, user) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var reading = await ListReading.Of(request, cancellation);

        return reading.Refusals.Count > 0
            ? reading.Refusals.ToProblem()
            : TypedResults.Ok(await Post(posting, new(training, ListOf(id, reading.Rows), user.Staff(), reading.Rows), dryRun ?? false, cancellation));
    }

    /// <summary>Why the caller cannot post attendance of this training, or null.</summary>
    public static Refusal? Refuses(Training training, ClaimsPrincipal user) =>
        user.FindFirstValue("scope") is not null && !user.HasScope("attendance")
            ? Refusals.ScopeMissing
            : Decide(training, new(user.AssociationCode())).Refusals is [var first, ..] ? first : null;

    /// <summary>A list that loses a race against another one is judged again on what stands then.</summary>
    public static async Task<AttendanceAnswer> Post(
        AttendancePosting posting, AttendanceList list, bool dryRun, CancellationToken cancellation)
    {
        for (var left = MostTries - 1; ; left--)
        {
            try
            {
                return await posting.Post(list, dryRun, cancellation);
            }
            catch (StreamVersionException) when (left > 0)
            {
                list = list with { Training = await posting.Load(list.Training.Id, cancellation) };
            }
        }
    }

    /// <summary>The id follows from what the list says, in whatever encoding and order of columns it came.</summary>
    public static ListId ListOf(Guid training, IReadOnlyList<RowReading> rows) =>
        new(DeterministicId.From("attendance-list", [training, .. rows]));
}
