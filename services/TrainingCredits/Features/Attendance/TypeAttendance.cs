using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Takes what staff typed from an attendance list on paper: the same rows and the same decision as a list of the organizer.</summary>
/// <remarks>Its entries say that they were typed, by whom and when.</remarks>
public static class TypeAttendance
{
    /// <summary>Who types; for which training, <see cref="Decide"/> says.</summary>
    public static string[] Typists => [Roles.PrefectureStaff, Roles.JmaStaff];

    /// <summary>Whether this association types lists of the training; what becomes of their rows, <see cref="JudgeAttendance"/> says.</summary>
    public static Decision Decide(Training training, string association) => training switch
    {
        _ when !training.IsWorkedOnBy(association, isStaff: true) => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { Status: not TrainingStatus.Designated } => Refusals.TrainingNotDesignated,
        _ => Decision.Nothing,
    };

    public static async Task<Results<Ok<AttendanceAnswer>, ProblemHttpResult>> Handle(
        Guid id, bool? dryRun, HttpRequest request, ClaimsPrincipal user, AttendancePosting posting, CancellationToken cancellation)
    {
        var training = await posting.Load(id, cancellation);

        if (Decide(training.State, user.AssociationCode()) is { IsRefused: true } refused)
        {
            return refused.ToProblem();
        }

        var reading = await ListReading.Of(request, cancellation);

        return reading.Refusals.Count > 0
            ? reading.Refusals.ToProblem()
            : TypedResults.Ok(await PostAttendance.Post(posting, ListOf(training, reading.Rows, user.Staff()), dryRun ?? false, cancellation));
    }

    /// <summary>The id follows from what was typed, and is another than that of the same rows from the organizer.</summary>
    public static AttendanceList ListOf(EventStream<Training> training, IReadOnlyList<RowReading> rows, StaffId typedBy) =>
        new(training, new(DeterministicId.From("typed-list", [training.Id, .. rows])), typedBy, rows, EntryWay.Typed);
}
