using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Who did what with a training and when, told from its stream; for those who work on it.</summary>
public static class TrainingHistory
{
    /// <summary>Who follows a training; which one, <see cref="Training.IsWorkedOnBy"/> says.</summary>
    public static string[] Readers => [Roles.Organizer, Roles.PrefectureStaff, Roles.JmaStaff];

    /// <summary>One thing that happened.</summary>
    /// <param name="What"><c>drafted</c>, <c>revised</c>, <c>requested</c>, <c>returned</c>, <c>approved</c>, <c>designated</c>, <c>reported</c>, <c>cancelled</c>.</param>
    /// <param name="By">The person who did it.</param>
    /// <param name="Association">The body the person acted for.</param>
    public sealed record Step(string What, DateTimeOffset At, Guid By, string Association, string? Reason);

    /// <summary>All of it, the first step first.</summary>
    public sealed record Answer(IReadOnlyList<Step> Steps);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var events = await store.ReadStream(id, cancellation);
        var training = new Training();
        var steps = new List<Step>();
        var remarks = await database.RemarksOn(id, cancellation);

        foreach (var e in events)
        {
            training = training.Evolve(e.Data);

            if (StepOf(e, training) is { } step)
            {
                steps.Add(step with { Reason = remarks.GetValueOrDefault(e.Version) });
            }
        }

        return training.IsWorkedOnBy(user.AssociationCode(), user.IsStaff())
            ? TypedResults.Ok(new Answer(steps))
            : Refusals.TrainingUnknown.ToProblem();
    }

    /// <param name="e">What happened.</param>
    /// <param name="training">As it stood then, since a later plan may name another prefecture.</param>
    private static Step? StepOf(StoredEvent e, Training training)
    {
        return e.Data switch
        {
            TrainingDrafted it => Done("drafted", it.DraftedBy, training.Organizer),
            TrainingRevised it => Done("revised", it.RevisedBy, training.Organizer),
            TrainingRequested it => Done("requested", it.RequestedBy, training.Organizer),
            TrainingReturned it => Done("returned", it.ReturnedBy, it.Desk),
            TrainingApproved it => Done("approved", it.ApprovedBy, training.Prefecture),
            TrainingDesignated it => Done("designated", it.DesignatedBy, Association.Jma),
            AttendancePosted it => Done("reported", it.PostedBy, training.Organizer),
            TrainingCancelled it => Done("cancelled", it.CancelledBy, training.Organizer),
            _ => null,
        };

        Step Done(string what, StaffId by, string association) => new(what, e.Timestamp, by.Value, association, Reason: null);
    }
}
